package dev.sextant.run.join;

import dev.sextant.run.output.FileTrouble;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is owed of one attempt, on disk: who is owed, the letters that could not be sent at once, and which of those were sent
/// after all. Lines of JSON that are only ever added; the file is there from the lease until the end has been told.
///
/// A line that a kill cut short is not there. Written by streams, for a channel breaks when its thread is interrupted. Not
/// thread-safe.
record DebtFile(Path path) {
    private static final String SERVER = "server";
    private static final String KEY = "key";
    private static final String LETTER = "letter";
    private static final String SENT = "sent";

    /// What a file says.
    ///
    /// @param server that gave the trial
    /// @param key that begins the keys of its letters
    /// @param letters that were not sent
    /// @param next the number of the next letter
    record Content(String server, Owed owed, String key, List<Letter> letters, int next) {}

    void begin(String server, Owed owed, String key) {
        var json = new JsonWriter().startObject().name(SERVER).text(server).name(KEY).text(key);
        owed.write(json);
        add(json.endObject().finish(), false);
    }

    /// @param forced whether it must survive a power failure
    void add(Letter letter, boolean forced) {
        add(new JsonWriter().startObject().name(LETTER).whole(letter.number()).name("route").text(letter.route()).name("body").text(letter.body())
                .endObject().finish(), forced);
    }

    void sent(Letter letter) {
        add(new JsonWriter().startObject().name(SENT).whole(letter.number()).endObject().finish(), false);
    }

    private void add(String line, boolean forced) {
        try (var out = new FileOutputStream(path.toFile(), true)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (forced) {
                out.getFD().sync();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("What is owed to the server cannot be noted in '%s': %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("'%s' cannot be removed: %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }

    /// What the file says; empty if it says nothing, for its worker was killed when it had just begun it.
    Optional<Content> read() {
        var lines = lines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var head = lines.getFirst();
        var letters = new ArrayList<Letter>();
        int next = 0;
        for (var line : lines.subList(1, lines.size())) {
            if (line.find(SENT).isPresent()) {
                letters.removeIf(letter -> letter.number() == whole(line, SENT));
            } else {
                letters.add(new Letter(whole(line, LETTER), text(line, "route"), text(line, "body")));
                next = letters.getLast().number() + 1;
            }
        }
        return Optional.of(new Content(text(head, SERVER), new Owed(text(head, "study"), whole(head, "trial"), whole(head, "attempt")),
                text(head, KEY), letters, next));
    }

    private List<Node.Obj> lines() {
        try {
            var text = Files.readString(path);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            return whole.lines().<Node.Obj>map(line -> object(line)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("'%s' cannot be read: %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }

    private Node.Obj object(String line) {
        try {
            if (JsonReader.read(Source.file(path.toString(), line)) instanceof Node.Obj object) {
                return object;
            }
        } catch (FormException _) {
            // The message below says more.
        }
        throw damaged();
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("'%s', which says what is owed to the server, is damaged.\nDelete it; its trial is then run again.".formatted(path));
    }

    private String text(Node.Obj line, String name) {
        return line.find(name).map(Node.Member::value).flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty())
                .orElseThrow(this::damaged);
    }

    private int whole(Node.Obj line, String name) {
        return line.find(name).map(Node.Member::value).flatMap(n -> n instanceof Node.Num number && number.isWhole() && number.literal().length() < 10
                ? Optional.of(Integer.valueOf(number.literal())) : Optional.empty()).orElseThrow(this::damaged);
    }
}
