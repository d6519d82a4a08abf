package dev.sextant.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What `doctor` looks at.
final class Examination {
    private static final long LITTLE_SPACE = 1L << 30;
    private static final int LONGEST_SOCKET_PATH = 108;
    private static final String SOCKET = "/sextant/0123456789abcdef0123456789.sock";

    private final Call call;
    private final Path home;

    private Examination(Call call) {
        this.call = call;
        this.home = Studies.of(call).home().folder();
    }

    static List<Finding> of(Call call) {
        var one = new Examination(call);
        return List.of(java(), one.cores(), one.folder(), one.space(), one.sockets(), one.python());
    }

    private static Finding java() {
        return Finding.good("java", "%s in %s".formatted(System.getProperty("java.version"), System.getProperty("java.home")));
    }

    private Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Finding.good("cores", "%d usable: so many trials run at once unless a study says otherwise".formatted(cores));
    }

    private Finding folder() {
        var there = nearest(home);
        try {
            var probe = Files.createTempFile(there, ".sextant-doctor", "");
            Files.delete(probe);
            return Finding.good("home", "%s on %s".formatted(home, Files.getFileStore(there).type()));
        } catch (IOException refused) {
            return Finding.bad("home", "%s cannot be written: %s Give another with --home or SEXTANT_HOME."
                    .formatted(home, Faults.text(refused)));
        }
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(nearest(home)).getUsableSpace();
            var text = "%,d MiB free".formatted(free >> 20);
            return free < LITTLE_SPACE
                    ? Finding.notice("disk", text + "; the outputs of trials may fill it. Keep fewer: --keep failed")
                    : Finding.good("disk", text);
        } catch (IOException refused) {
            return Finding.bad("disk", Faults.text(refused));
        }
    }

    private Finding sockets() {
        var folder = call.console().variable("XDG_RUNTIME_DIR").orElse(System.getProperty("java.io.tmpdir"));
        return (folder + SOCKET).getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH
                ? Finding.good("sockets", "in " + folder)
                : Finding.bad("sockets", "%s is too long a path for a Unix socket; a running study cannot be steered. Set XDG_RUNTIME_DIR to a shorter one."
                        .formatted(folder));
    }

    private Finding python() {
        var folders = call.console().variable("PATH").orElse("").split(":", -1);
        for (var folder : folders) {
            if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, "python3"))) {
                return Finding.good("python", Path.of(folder, "python3").toString());
            }
        }
        return Finding.notice("python", "no python3 on the PATH; only studies that use it miss it");
    }

    private static Path nearest(Path folder) {
        var there = folder;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
