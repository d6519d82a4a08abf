package dev.sextant.checks.border;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/// Who may know whom: floors below, never a neighbour on floor 3.
final class Neighbours {
    private static final String[] PLAIN_JAVA = {
        "java.lang..", "java.util..", "java.time..", "java.math..", "java.nio", "java.nio.charset", "org.jspecify.."};

    private Neighbours() {}

    static List<ArchRule> rules() {
        return List.of(
                onlyKnows("model", "java.io"),
                onlyKnows("strategy", "java.io", "dev.sextant.model.."),
                onlyKnows("engine", "java.io", "dev.sextant.model..", "dev.sextant.strategy.."),
                engineSeesNoStrategyItself(),
                neverKnows("wire", "strategy", "engine", "store", "server", "sim", "run", "flow", "library", "app"),
                neverKnows("server", "strategy", "library", "app"),
                neverKnows("store", "strategy", "library", "app"),
                neverKnows("run", "strategy", "engine", "library", "app"),
                neverKnows("flow", "strategy", "engine", "library", "app"),
                neverKnows("library", "server", "app"),
                strangersOnFloorThree());
    }

    /// `java.io` is allowed for the stream of a resource; files are another rule's business.
    private static ArchRule onlyKnows(String room, String... others) {
        return noClasses().that().resideInAPackage(Rooms.of(room)[0])
                .should().dependOnClassesThat().resideOutsideOfPackages(join(Rooms.of(room), PLAIN_JAVA, others))
                .as(room + " knows only what lies below it")
                .because("it must run in a unit test and in the simulator unchanged");
    }

    private static ArchRule neverKnows(String room, String... others) {
        return noClasses().that().resideInAPackage(Rooms.of(room)[0])
                .should().dependOnClassesThat().resideInAnyPackage(Rooms.of(others))
                .as(room + " never knows " + String.join(", ", others));
    }

    private static ArchRule engineSeesNoStrategyItself() {
        return noClasses().that().resideInAPackage(Rooms.of("engine")[0])
                .should().dependOnClassesThat().resideInAPackage("dev.sextant.strategy.*..")
                .as("engine sees the strategy SPI, never a concrete strategy")
                .because("a strategy arrives by the SPI");
    }

    private static ArchRule strangersOnFloorThree() {
        return slices().assignedFrom(new FloorThree()).should().notDependOnEachOther()
                .as("neighbours on floor 3 are strangers");
    }

    private static String[] join(String[]... parts) {
        return List.of(parts).stream().flatMap(part -> List.of(part).stream()).toArray(String[]::new);
    }

    private static final class FloorThree implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = Rooms.roomOf(type);
            return Rooms.FLOOR_THREE.contains(room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms on floor 3";
        }
    }
}
