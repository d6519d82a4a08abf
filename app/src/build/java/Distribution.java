import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.sqlite.util.OSInfo;

/// Lays out what `./sextant` starts: `lib` (jars), `native` (SQLite's library for this machine), `help` (texts the
/// launcher prints without a JVM), `class-path` and `built`.
///
/// Run by Maven in the phase `package`, from source, with the run-time class path of the module `app`. The folder is
/// made beside the old one and takes its place by renaming: a program that runs from the old one keeps its open jars.
///
/// Arguments: folder to make, jar of `app`, jar with picocli's sources, instant at which the build started.
final class Distribution {
    private final Path next;

    private Distribution(Path next) {
        this.next = next;
    }

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        var distribution = new Distribution(folder.resolveSibling("dist.next"));
        distribution.layOut(Path.of(arguments[1]), Path.of(arguments[2]));
        distribution.stamp(Instant.parse(arguments[3]));
        distribution.takeThePlaceOf(folder);
    }

    private void layOut(Path app, Path picocliSources) throws IOException {
        delete(next);
        Path lib = Files.createDirectories(next.resolve("lib"));
        for (Path jar : jars(app)) {
            Path copy = lib.resolve(jar.getFileName());
            Files.copy(jar, copy, StandardCopyOption.COPY_ATTRIBUTES);
            if (jar.getFileName().toString().startsWith("picocli-")) {
                recompile(copy, picocliSources);
            }
        }
        unpackSqlite(Files.createDirectories(next.resolve("native")));
        writeHelp(Files.createDirectories(next.resolve("help")));
        Files.writeString(next.resolve("class-path"), classPath(lib));
    }

    /// The jar of `app` and those it runs with; what the class path names as folders is `app` itself.
    private static List<Path> jars(Path app) {
        var jars = new ArrayList<Path>(List.of(app));
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of).filter(Files::isRegularFile).forEach(jars::add);
        return jars;
    }

    /// One line a jar, always in the same order: the AOT cache is only valid for the class path it was made with.
    private static String classPath(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return String.join("\n", jars.map(jar -> "lib/" + jar.getFileName()).sorted().toList()) + "\n";
        }
    }

    /// picocli's published classes are of a version (Java 5) that an AOT cache leaves out; compiled anew from its
    /// published sources they are taken in, which saves about 200 ms of each start.
    private void recompile(Path jar, Path sources) throws IOException {
        Path work = next.resolve("picocli");
        var files = new ArrayList<String>();
        try (var zip = FileSystems.newFileSystem(sources); Stream<Path> all = Files.walk(zip.getPath("/picocli"))) {
            for (Path source : all.filter(file -> file.toString().endsWith(".java")).toList()) {
                Path target = work.resolve("src").resolve(source.toString().substring(1));
                Files.createDirectories(target.getParent());
                files.add(Files.copy(source, target).toString());
            }
        }
        Path classes = Files.createDirectories(work.resolve("classes"));
        var options = new ArrayList<>(List.of("-nowarn", "-Xlint:none", "-proc:none", "-d", classes.toString()));
        options.addAll(files);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("picocli's sources (%s) do not compile.".formatted(sources));
        }
        replaceClasses(jar, classes);
        delete(work);
    }

    private static void replaceClasses(Path jar, Path classes) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar); Stream<Path> all = Files.walk(classes)) {
            delete(zip.getPath("/picocli"));
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path entry = zip.getPath("/").resolve(classes.relativize(file).toString());
                Files.createDirectories(entry.getParent());
                Files.copy(file, entry);
            }
        }
    }

    /// Left in its jar, the library would be unpacked to the temporary folder at every start.
    private static void unpackSqlite(Path folder) throws IOException {
        String name = System.mapLibraryName("sqlitejdbc");
        String entry = "/org/sqlite/native/%s/%s".formatted(OSInfo.getNativeLibFolderPathForCurrentOS(), name);
        try (var library = OSInfo.class.getResourceAsStream(entry)) {
            if (library != null) {                   // on rare machines there is none: SQLite's driver will say so
                Files.copy(library, folder.resolve(name));
            }
        }
    }

    private static void writeHelp(Path folder) throws IOException {
        write(folder.resolve("version"), "version");
        write(folder.resolve("help"), "help");
        for (String verb : dev.sextant.app.cli.CommandLines.verbs()) {
            write(folder.resolve("help-" + verb), "help", verb);
        }
    }

    private static void write(Path file, String... arguments) throws IOException {
        try (var out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            dev.sextant.app.Main.run(out, out, arguments);
        }
    }

    /// Sources younger than the *start* of the build may not be in it, hence the time given to `built`. Its content
    /// differs from build to build and names the AOT cache that belongs to it.
    private void stamp(Instant started) throws IOException {
        Path built = Files.writeString(next.resolve("built"), UUID.randomUUID() + "\n");
        Files.setLastModifiedTime(built, FileTime.from(started));
    }

    private void takeThePlaceOf(Path folder) throws IOException {
        Path old = folder.resolveSibling("dist.old");
        delete(old);
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        Files.move(next, folder);
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Distribution::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
