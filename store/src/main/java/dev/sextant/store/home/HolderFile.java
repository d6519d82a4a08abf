package dev.sextant.store.home;

import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonTokens;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The file `holder.json` of a study. Whoever reads it sees a whole one.
record HolderFile(Path path) {
    static HolderFile in(Path folder) {
        return new HolderFile(folder.resolve("holder.json"));
    }

    /// What it says; empty if there is none, or none that can be understood.
    Optional<Holder> read() throws IOException {
        try {
            return Optional.of(holder(members(Files.readString(path))));
        } catch (NoSuchFileException | FormException | DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> members(String text) {
        var members = new HashMap<String, String>();
        try (var json = JsonTokens.of(Source.file("holder.json", text))) {
            json.enterObject();
            while (json.nextMember()) {
                members.put(json.name(), json.text());
            }
        }
        return members;
    }

    private static Holder holder(Map<String, String> members) {
        return new Holder(new Machine(members.getOrDefault("host", ""), members.getOrDefault("boot", "")),
                Long.parseLong(members.getOrDefault("process", "")), Long.parseLong(members.getOrDefault("start", "")),
                Instant.parse(members.getOrDefault("since", "")), Instant.parse(members.getOrDefault("heartbeat", "")),
                members.getOrDefault("token", ""), Optional.ofNullable(members.get("socket")).map(Path::of));
    }

    void write(Holder holder) throws IOException {
        var json = new JsonWriter().startObject();
        json.name("host").text(holder.machine().host());
        json.name("boot").text(holder.machine().boot());
        json.name("process").text(Long.toString(holder.process()));
        json.name("start").text(Long.toString(holder.start()));
        json.name("since").text(holder.since().toString());
        json.name("heartbeat").text(holder.heartbeat().toString());
        json.name("token").text(holder.token());
        holder.socket().ifPresent(socket -> json.name("socket").text(socket.toString()));
        var half = path.resolveSibling("holder.json.half");
        Files.writeString(half, json.endObject().finish() + "\n");
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /// When it was last written, by the clock of the file system.
    Instant written() throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }
}
