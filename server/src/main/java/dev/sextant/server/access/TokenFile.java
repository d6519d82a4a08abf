package dev.sextant.server.access;

import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tokens of a server in a file that only its user can read. What another process writes there counts within a second.
/// Thread-safe.
public final class TokenFile implements Keys {
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000;

    private final Path path;
    private final InstantSource clock;
    private List<Token> known = List.of();
    private Optional<FileTime> read = Optional.empty();
    private long looked = System.nanoTime() - LOOK_AGAIN_NANOS;

    /// The tokens in a file.
    ///
    /// @param path need not exist yet
    public TokenFile(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    @Override
    public Optional<Identity> holder(String token) {
        var digest = Token.digest(token);
        return current().stream().filter(t -> t.digest().equals(digest) && t.holds(clock.instant())).map(Token::identity).findFirst();
    }

    private synchronized List<Token> current() {
        if (System.nanoTime() - looked >= LOOK_AGAIN_NANOS) {
            looked = System.nanoTime();
            var written = written();
            if (!written.equals(read)) {
                known = tokens();
                read = written;
            }
        }
        return known;
    }

    private Optional<FileTime> written() {
        try {
            return Optional.of(Files.getLastModifiedTime(path));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /// All that were given out and not revoked, in the order of their making.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public List<Token> tokens() {
        try {
            return read(Source.file(path.toString(), Files.readString(path)));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private UncheckedIOException unreadable(IOException broken) {
        return new UncheckedIOException(new IOException("The tokens in %s cannot be read: %s.".formatted(path, broken.getMessage()), broken));
    }

    /// Gives out a token.
    ///
    /// @throws IllegalArgumentException if there is one of that name
    public synchronized String add(Identity identity, Optional<Instant> expires) {
        var all = new ArrayList<>(tokens());
        if (all.stream().anyMatch(t -> t.identity().name().equals(identity.name()))) {
            throw new IllegalArgumentException("""
                    There is a token '%s' already.
                    Take another name, or revoke that one: sextant token revoke %s""".formatted(identity.name(), identity.name()));
        }
        var token = Token.draw();
        all.add(new Token(identity, Token.digest(token), clock.instant(), expires));
        write(all);
        return token;
    }

    /// Revokes a token.
    ///
    /// @return whether there was one of that name
    public synchronized boolean remove(String name) {
        var all = new ArrayList<>(tokens());
        boolean found = all.removeIf(t -> t.identity().name().equals(name));
        if (found) {
            write(all);
        }
        return found;
    }

    private void write(List<Token> all) {
        var json = new JsonWriter().startObject().name("tokens").startList();
        for (var token : all) {
            json.startObject();
            token.write(json);
            json.name("sha256").text(token.digest()).endObject();
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var next = Files.createTempFile(path.toAbsolutePath().getParent(), "tokens", ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, json.endList().endObject().finish() + "\n");
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            known = List.copyOf(all);
        } catch (IOException broken) {
            throw new UncheckedIOException(new IOException("The tokens in %s cannot be written: %s.".formatted(path, broken.getMessage()), broken));
        }
    }

    private static List<Token> read(Source source) {
        return list(JsonReader.read(source), "tokens").stream().map(TokenFile::token).toList();
    }

    private static Token token(Node node) {
        var role = Role.of(text(node, "role")).orElseThrow(() -> node.at().error("There is no role '%s'.".formatted(text(node, "role"))));
        var scope = list(node, "studies").stream().map(item -> item instanceof Node.Text(String text, _) ? text : "").toList();
        return new Token(new Identity(text(node, "name"), role, scope), text(node, "sha256"), time(node, "created"),
                find(node, "expires").isPresent() ? Optional.of(time(node, "expires")) : Optional.empty());
    }

    private static Optional<Node> find(Node node, String name) {
        return node instanceof Node.Obj object ? object.find(name).map(Node.Member::value) : Optional.empty();
    }

    private static List<Node> list(Node node, String name) {
        return find(node, name).flatMap(n -> n instanceof Node.Arr list ? Optional.of(list.items()) : Optional.empty()).orElseThrow(() -> lacks(node, name));
    }

    private static String text(Node node, String name) {
        return find(node, name).flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty()).orElseThrow(() -> lacks(node, name));
    }

    private static FormException lacks(Node node, String name) {
        return node.at().error("This lacks '%s': the file was not written by 'sextant token'.".formatted(name));
    }

    private static Instant time(Node node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeException _) {
            throw node.at().error("'%s' is no time.".formatted(text(node, name)));
        }
    }
}
