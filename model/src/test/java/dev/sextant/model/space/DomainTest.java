package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.value.Value;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DomainTest {
    private static final List<Value> SIZES = List.of(new Value.Int(16), new Value.Int(32), new Value.Int(64), new Value.Int(128));

    @Provide
    Arbitrary<Domain> domains() {
        return Arbitraries.of(
                new RealRange(-3, 5, Scale.LINEAR), new RealRange(1e-5, 1e-1, Scale.LOG),
                new RealRange(-Double.MAX_VALUE, Double.MAX_VALUE, Scale.LINEAR), SteppedRange.of(0, 1, 0.1),
                SteppedRange.of(-1, 1.05, 0.25), IntRange.of(1, 6), new IntRange(1, 9, Scale.LINEAR, 3),
                new IntRange(16, 4096, Scale.LOG, 1), IntRange.of(-(1L << 48), 1L << 48), new Choice(SIZES),
                new Ordinal(SIZES), new Bool(true), new Bool(false), new Constant(new Value.Text("adam")));
    }

    @Property
    void everyPointOfTheUnitInterval_isAValue_andComesBackToIt(
            @ForAll("domains") Domain domain, @ForAll @DoubleRange(min = 0, max = 1) double unit) {
        var value = domain.at(unit);
        assertThat(domain.accept(value)).contains(value);
        assertThat(domain.at(domain.unit(value))).satisfies(back -> {
            if (value instanceof Value.Real(double number)) {
                assertThat(Discrete.number(back)).isCloseTo(number, Offset.offset(1e-9 * Math.max(1e-300, Math.abs(number)) + 1e-12 * Math.abs(number)));
            } else {
                assertThat(back).isEqualTo(value);
            }
        });
    }

    @Property
    void theMiddle_isAValue(@ForAll("domains") Domain domain) {
        assertThat(domain.accept(domain.middle())).contains(domain.middle());
    }

    @Test
    void middles_areWhatPeopleExpect() {
        assertThat(new RealRange(1e-5, 1e-1, Scale.LOG).middle()).isEqualTo(new Value.Real(1e-3));
        assertThat(new RealRange(0, 1, Scale.LINEAR).middle()).isEqualTo(new Value.Real(0.5));
        assertThat(IntRange.of(1, 6).middle()).isEqualTo(new Value.Int(3));
        assertThat(new IntRange(16, 4096, Scale.LOG, 1).middle()).isEqualTo(new Value.Int(256));
        assertThat(new Choice(SIZES).middle()).isEqualTo(new Value.Int(16));
        assertThat(new Ordinal(SIZES).middle()).isEqualTo(new Value.Int(32));
        assertThat(new Bool(true).middle()).isEqualTo(new Value.Flag(true));
        assertThat(SteppedRange.of(0, 1, 0.1).middle()).isEqualTo(new Value.Real(0.5));
    }

    @Test
    void steps_areCountedInDecimals() {
        var range = SteppedRange.of(0, 1, 0.1);
        assertThat(range.count()).isEqualTo(11);
        assertThat(range.get(3)).isEqualTo(new Value.Real(0.3));
        assertThat(range.accept(new Value.Real(0.35))).isEmpty();
        assertThat(SteppedRange.of(0, 1, 0.3).last()).isEqualTo(0.9);
        assertThat(new IntRange(1, 9, Scale.LINEAR, 3).last()).isEqualTo(7);
    }

    @Test
    void eachDoublingOfALogInteger_hasItsEqualShare() {
        var range = new IntRange(1, 1023, Scale.LOG, 1);
        var counts = new int[10];
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            long value = (long) Discrete.number(range.at((i + 0.5) / draws));
            counts[63 - Long.numberOfLeadingZeros(value)]++;
        }
        assertThat(counts[9]).isBetween(counts[5] - draws / 100, counts[5] + draws / 100);
    }

    @Test
    void whatANumberMeans_dependsOnTheDomain() {
        assertThat(new RealRange(0, 1, Scale.LINEAR).accept(new Value.Int(1))).contains(new Value.Real(1));
        assertThat(IntRange.of(0, 3).accept(new Value.Real(2.0))).contains(new Value.Int(2));
        assertThat(IntRange.of(0, 3).accept(new Value.Real(2.5))).isEmpty();
        assertThat(new Choice(SIZES).accept(new Value.Real(64.0))).contains(new Value.Int(64));
        assertThat(new Bool(true).accept(new Value.Int(1))).isEmpty();
    }

    @Test
    void aProgression_isThreeOrMoreNumbersThatRiseOrFall() {
        assertThat(new Choice(SIZES).isProgression()).isTrue();
        assertThat(new Choice(SIZES.reversed()).isProgression()).isTrue();
        assertThat(new Choice(List.of(new Value.Real(0.5), new Value.Int(1), new Value.Real(1.5))).isProgression()).isTrue();
        assertThat(new Choice(SIZES.subList(0, 2)).isProgression()).isFalse();
        assertThat(new Choice(List.of(new Value.Int(2), new Value.Int(1), new Value.Int(3))).isProgression()).isFalse();
        assertThat(new Choice(List.of(new Value.Int(1), new Value.Int(2), new Value.Text("auto"))).isProgression()).isFalse();
    }

    @Test
    void impossibleRanges_sayWhatIsWrong() {
        assertThatThrownBy(() -> new RealRange(0, 1, Scale.LOG)).hasMessage("A log scale needs a lower end above 0, not 0.0.");
        assertThatThrownBy(() -> new RealRange(2, 1, Scale.LINEAR)).hasMessage(
                "The lower end (2.0) must be less than the upper end (1.0), both finite.");
        assertThatThrownBy(() -> new IntRange(1, 8, Scale.LOG, 2)).hasMessageContaining("not both");
        assertThatThrownBy(() -> SteppedRange.of(0, 1, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Choice(List.of())).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> new Choice(List.of(new Value.Text("a"), new Value.Text("a")))).hasMessageContaining("listed twice");
    }
}
