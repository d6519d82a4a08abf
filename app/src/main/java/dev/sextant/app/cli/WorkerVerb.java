package dev.sextant.app.cli;

import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.run.join.JoinedWorker;
import dev.sextant.run.join.Membership;
import dev.sextant.run.join.Membership.Commands;
import dev.sextant.run.join.WorkFolder;
import dev.sextant.run.machine.Slots;
import dev.sextant.store.home.Machine;
import dev.sextant.wire.http.Fingerprint;
import dev.sextant.wire.http.ServerAddress;
import dev.sextant.wire.http.ServerClient;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.SizeText;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// `worker`: runs trials of the studies of a server, until somebody ends it.
final class WorkerVerb implements Verb {
    private static final Flag JOIN = Flag.of("--join", "URL", "the server, as 'serve' prints it");
    private static final Flag STUDY = Flag.many("--study", "NAME", "work for this study only; may be repeated");
    private static final Flag SLOTS = Flag.of("--slots", "N", "trials at once (default: one a GPU, else one a core)");
    private static final Flag NAME = Flag.of("--name", "W", "what the server calls it (default: the host)");
    private static final Flag ALLOW = Flag.onOff("--allow-commands", "run the commands that studies have");
    private static final Flag WORKDIR = Flag.of("--workdir", "FOLDER", "where programs start whose folder is not here");
    private static final Flag TOKEN = Flag.of("--token-file", "FILE", "a file with the token ($SEXTANT_TOKEN)");
    private static final Flag FINGERPRINT = Flag.of("--fingerprint", "HEX", "of the server's certificate, for https");
    private static final Flag IDLE = Flag.of("--idle", "SPAN", "ends when there was nothing to do for so long");
    private static final Flag WORK = Flag.of("--work", "FOLDER", "its own folder (.sextant/worker/NAME)");
    private static final Flag CHECKPOINTS = Flag.of("--checkpoints", "FOLDER", "of checkpoints, if all workers see it");
    private static final Flag CACHE = Flag.of("--cache", "FOLDER", "inputs, shared by workers (~/.cache/sextant/inputs)");
    private static final Flag CACHE_SIZE = Flag.of("--cache-size", "SIZE", "how much the cache may hold (20GiB)");
    private static final long USUAL_CACHE_BYTES = 20L << 30;
    private static final Pattern WORKER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    @Override
    public Usage usage() {
        return Usage.of("worker", "joins a server and runs trials of its studies").rest("--join URL [-- COMMAND…]")
                .flags(JOIN, STUDY, SLOTS, NAME, ALLOW, WORKDIR, TOKEN, FINGERPRINT, IDLE, WORK, CHECKPOINTS, CACHE, CACHE_SIZE, TuneVerb.MACHINE_GPUS)
                .examples("sextant worker --join http://node7:7700 --allow-commands",
                        "sextant worker --join http://node7:7700 --study lenet -- python3 train.py");
    }

    @Override
    public ExitCode run(Call call) {
        var address = address(call);
        var name = name(call);
        var folder = call.value(WORK).map(call.console()::path).orElseGet(() -> Studies.of(call).home().folder().resolve("worker").resolve(name));
        var membership = new Membership(name, Machine.here().host(), call.values(STUDY), commands(call), folder.toAbsolutePath(),
                call.value(CHECKPOINTS).map(call.console()::path), cache(call),
                call.value(CACHE_SIZE).map(size -> SizeText.read(Source.argument("--cache-size", size))).orElse(USUAL_CACHE_BYTES),
                call.value(IDLE).map(span -> DurationText.read(Source.argument("--idle", span))));
        membership.studies().forEach(StudySpec::checkName);
        var slots = slots(call);
        try (var _ = WorkFolder.take(membership.folder()); var client = new ServerClient(address)) {
            call.err().println("Worker '%s' joins %s; %s. Ctrl-C: what runs finishes; twice: it goes back to the queue.".formatted(name, address, slots.why()));
            return run(call, new JoinedWorker(membership, client, slots, call.err()::println));
        }
    }

    private static ExitCode run(Call call, JoinedWorker worker) {
        try (var interrupts = Interrupts.listen(count -> interrupted(call, count, worker))) {
            var over = worker.run();
            over.ifPresent(why -> call.err().println("sextant: The server lets this worker in no more: " + why));
            return over.isPresent() ? ExitCode.MACHINE_FAILED : interrupts.count() > 1 ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private static void interrupted(Call call, int count, JoinedWorker worker) {
        switch (count) {
            case 1 -> {
                call.err().println("Nothing new is taken; what runs finishes. Once more: it gets TERM and returns to the queue.");
                worker.drain();
            }
            case 2 -> worker.interrupt();
            default -> worker.kill();
        }
    }

    private static Path cache(Call call) {
        var console = call.console();
        return call.value(CACHE).map(console::path).orElseGet(() -> console.variable("XDG_CACHE_HOME").map(console::path)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache")).resolve("sextant").resolve("inputs")).toAbsolutePath();
    }

    private static ServerAddress address(Call call) {
        var typed = call.value(JOIN).orElseThrow(() -> new UsageException("worker needs a server to join: sextant worker --join http://node7:7700 --allow-commands"));
        var address = ServerAddress.of(typed);
        var token = call.value(TOKEN).map(file -> token(call.console().path(file))).or(() -> call.console().variable("SEXTANT_TOKEN"));
        var known = token.map(address::with).orElse(address);
        return call.value(FINGERPRINT).map(hex -> known.with(Fingerprint.of(hex))).orElse(known);
    }

    private static String token(Path file) {
        try {
            var token = Files.readString(file).strip();
            if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new UsageException("--token-file: %s has no token; it should hold the one line that 'sextant token create' printed.".formatted(file));
            }
            return token;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String name(Call call) {
        var name = call.value(NAME).orElseGet(() -> Machine.here().host());
        if (!WORKER_NAME.matcher(name).matches()) {
            throw new UsageException("""
                    '%s' is not the name of a worker.
                    A name has 1 to 100 letters, digits, points, - or _, and starts with a letter or digit: --name NAME.""".formatted(name));
        }
        return name;
    }

    private static Commands commands(Call call) {
        boolean allowed = call.has(ALLOW);
        if (call.rest().isPresent()) {
            if (allowed || call.has(WORKDIR)) {
                throw new UsageException("%s is about the commands of studies, but this worker has one of its own behind '--'.%nLeave one of them out."
                        .formatted(allowed ? ALLOW.name() : WORKDIR.name()));
            }
            if (call.values(STUDY).isEmpty() || call.rest().get().isEmpty()) {
                throw new UsageException("A worker with a command of its own needs to know for which study: sextant worker --join URL --study NAME -- COMMAND…");
            }
            return new Commands.Own(call.rest().get(), call.console().directory().toString());
        }
        if (!allowed) {
            throw new UsageException("""
                    A worker runs what its owner says: a command of its own behind '--', or those that studies have with --allow-commands.
                    With --allow-commands, whoever may make studies with a command on that server can run programs here, as this user.""");
        }
        return new Commands.OfStudies(call.value(WORKDIR).map(folder -> call.console().path(folder).toString()));
    }

    private static Slots slots(Call call) {
        var settings = Settings.STANDARD;
        var count = call.count(SLOTS);
        return Slots.of(new Settings(settings.budget(), count.isPresent() ? OptionalInt.of(count.getAsInt()) : OptionalInt.empty(), settings.resources(),
                false, settings.timeout(), settings.retries(), Duration.ZERO, settings.keep(), settings.artifacts(), settings.remarks()), TuneVerb.machine(call));
    }
}
