package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.testkit.store.SampleLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A program that holds a database and appends to the study `s` until it is ended or refused. It prints `held`, a line for
/// each acknowledgement, the length of the log, and at last `lost: ` or `failed: ` and a message.
///
/// Arguments: address, folder, `standby` or `plain`; or `renaming`, which gives the study other names instead.
public final class Drill {
    private Drill() {}

    public static void main(String[] arguments) {
        var access = arguments[2].equals("standby") ? Places.ACCESS.standingBy() : Places.ACCESS;
        try (var home = PostgresHome.open(Places.address(arguments[0]), Path.of(arguments[1]), access, why -> say("lost", why))) {
            System.out.println("held");
            var held = home.has("s") ? home.take("s").orThrow() : home.create(SampleLog.spec("s"), Settings.STANDARD, List.of());
            if (arguments[2].equals("renaming")) {
                held.close();
                rename(home);
            }
            long length = held.store().length();
            while (true) {
                held.store().append(SampleLog.logged(length++, List.of(new StudyEvent.Closed(arguments[2])))).await();
                System.out.println(length);
            }
        } catch (StoreException failed) {
            say("failed", failed);
        }
    }

    private static void rename(PostgresHome home) {
        while (true) {
            home.rename("s", "t");
            home.rename("t", "s");
            System.out.println("renamed");
        }
    }

    private static void say(String what, StoreException why) {
        System.out.println(what + ": " + String.valueOf(why.getMessage()).replace('\n', ' '));
    }

    /// Starts the program.
    static Process start(PostgresAddress address, Path files, String role) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Drill.class.getName(), address.toString(),
                files.toString(), role).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
