import dev.sextant.library.Sextant;
import dev.sextant.library.Space;

void main() {
    var best = Sextant.minimize(
            Space.of(Space.real("x", -5, 10), Space.real("y", 0, 15)),
            p -> Math.pow(p.real("x") - 2, 2) + Math.pow(p.real("y") - 3, 2));
    IO.println(best.value() + " at " + best.configuration());
}
