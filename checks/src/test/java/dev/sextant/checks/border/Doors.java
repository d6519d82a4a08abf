package dev.sextant.checks.border;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import javax.net.ServerSocketFactory;

/// What only one room does: speak SQL, listen, start processes, talk to the terminal, use a certain library.
final class Doors {
    private Doors() {}

    static List<ArchRule> rules() {
        return List.of(
                only("java.sql and its drivers", "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..").in("store"),
                onlyServerListens(),
                only("HTTP servers", "com.sun.net.httpserver..", "io.helidon..", "org.eclipse.jetty..").in("server"),
                only("the HTTP client", "java.net.http..").in("wire"),
                onlyRunStartsProcesses(),
                only("foreign functions", "java.lang.foreign..").in("run"),
                only("picocli", "picocli..").in("app"),
                only("Jackson", "tools.jackson..", "com.fasterxml.jackson..").in("wire", "run", "app"),
                only("the YAML parser", "org.snakeyaml..").in("wire", "app"),
                onlyAppPrints(),
                onlyAppExits());
    }

    private static Things only(String name, String... packages) {
        return new Things(name, List.of(packages));
    }

    private record Things(String name, List<String> packages) {
        ArchRule in(String... rooms) {
            return outside(rooms).should().dependOnClassesThat().resideInAnyPackage(packages.toArray(String[]::new))
                    .as("only " + String.join(" and ", rooms) + " may use " + name);
        }
    }

    private static GivenClassesConjunction outside(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(Rooms.of(rooms));
    }

    private static ArchRule onlyServerListens() {
        return outside("server").should().dependOnClassesThat().belongToAnyOf(
                        ServerSocket.class, ServerSocketChannel.class, AsynchronousServerSocketChannel.class,
                        DatagramSocket.class, DatagramChannel.class, ServerSocketFactory.class)
                .as("only server listens");
    }

    private static ArchRule onlyRunStartsProcesses() {
        return outside("run").should().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould().callMethod(Runtime.class, "exec", String[].class)
                .orShould().callMethod(Runtime.class, "exec", String[].class, String[].class)
                .orShould().callMethod(Runtime.class, "exec", String[].class, String[].class, java.io.File.class)
                .as("only run starts processes");
    }

    private static ArchRule onlyAppPrints() {
        return outside("app").should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould(ArchConditions.dependOnClassesThat(resideInAnyPackage("java.io..")
                        .and(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("java.io.Console"))))
                .as("only app talks to the terminal");
    }

    private static ArchRule onlyAppExits() {
        return outside("app").should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class)
                .as("only app ends the process");
    }
}
