package dev.sextant.checks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A checkout with the real launcher, one source file, and around it pretended tools: a Maven that writes down each call
/// and lays out a distribution, and JDKs whose `java` prints its arguments. Nothing of this machine is on the PATH but a
/// few small tools.
final class Checkout {
    private static final List<String> TOOLS = List.of("sh", "cat", "cksum", "find", "head", "ln", "mkdir", "mv", "nice",
            "readlink", "rm", "sleep", "touch", "uname");

    private static final String MAVEN = """
            #!/bin/sh
            echo "maven says hello; JAVA_HOME=$JAVA_HOME"
            echo call >> maven-calls
            [ ! -f maven-fails ] || exit 1
            cat > /dev/null
            sleep 0.2
            mkdir -p app/target/launch/dist/help app/target/launch/dist/lib
            echo 'lib/b.jar
            lib/a.jar' > app/target/launch/dist/class-path
            echo 'what it can do' > app/target/launch/dist/help/help
            echo 'how to tune' > app/target/launch/dist/help/help-tune
            echo 'sextant 1' > app/target/launch/dist/help/version
            echo "build$$" > app/target/launch/dist/built
            """;

    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in
                    -XX:AOTCacheOutput=*) echo cache > "${argument#*=}"; exit ;;
                    read-stdin) cat; exit ;;
                    exit-7) exit 7 ;;
                esac
            done
            echo "java: $0"
            printf '<%s>\\n' "$@"
            """;

    private final Path root;

    Checkout(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(home().resolve("model/src/main"));
        Files.writeString(home().resolve("model/src/main/Source.java"), "class Source {}");
        Files.writeString(home().resolve("pom.xml"), "<project/>");
        age(home().resolve("model/src/main/Source.java"), home().resolve("model/src/main"), home().resolve("pom.xml"));
        Files.copy(Path.of("..", "sextant"), home().resolve("sextant"));
        Files.createDirectories(tools());
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools().resolve(tool), whereIs(tool));
        }
        script(tools().resolve("mvn"), MAVEN);
    }

    /// A folder with a blank and a quote in its name, as people have them.
    Path home() {
        return root.resolve("user's checkout");
    }

    Path tools() {
        return root.resolve("bin");
    }

    Path launcher() {
        return home().resolve("sextant");
    }

    /// Makes a JDK of the given version and tells its folder.
    Path jdk(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        return jdk;
    }

    long builds() throws IOException {
        Path calls = home().resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /// An environment of which only these are set: PATH, no usual folders for JDKs, and what is given.
    Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(Map.of("PATH", tools().toString(), "SEXTANT_JDK_FOLDERS",
                root.resolve("none").toString(), "SEXTANT_AOT", "off"));
        environment.putAll(more);
        return environment;
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
    }

    private static Path whereIs(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::isExecutable).findFirst().orElseThrow();
    }
}
