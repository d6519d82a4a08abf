package dev.sextant.checks.border;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rooms, their packages and their compiled classes.
final class Rooms {
    static final List<String> FLOOR_THREE = List.of("server", "store", "sim", "run", "flow");

    private static final String ROOT = "dev.sextant";

    /// Where Maven puts the classes or the jar of a room; tests and this module are no rooms.
    private static final Pattern SHIPPED = Pattern.compile(
            ".*/(model|strategy|engine|wire|store|server|sim|run|flow|library|app)/target/(launch/)?"
                    + "(classes/|[^/]*\\.jar!?/).*");

    private Rooms() {}

    /// `dev.sextant.X..` for each room `X`.
    static String[] of(String... rooms) {
        return Stream.of(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new);
    }

    /// The classes that ship.
    static JavaClasses shipped() {
        return new ClassFileImporter().withImportOption(Rooms::isShipped).importPackages(ROOT);
    }

    /// The classes that break the rules on purpose.
    static JavaClasses broken() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/broken/")).importPackages(ROOT);
    }

    /// The room of a class, empty for a class of others.
    static String roomOf(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", 4);
        return names.length > 2 && type.getPackageName().startsWith(ROOT + ".") ? names[2] : "";
    }

    private static boolean isShipped(Location location) {
        return location.matches(SHIPPED);
    }
}
