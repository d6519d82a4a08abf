package dev.sextant.checks.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown page of the repository.
record Page(Path file, String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile(
            "(?m)(?:^<!-- (?<marker>.+) -->\\n)?^```(?<language>\\w*)\\n(?<code>(?s:.*?))^```$");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|mailto:|#)(?<target>[^)#\\s]+)(#[^)]*)?\\)");

    /// A block of code: the language it is marked with, the text, and the comment in the line above it.
    record Block(String language, String code, Optional<String> marker) {}

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// README and its like at the top, and every page below `docs`, `adr` and `examples`.
    static List<Page> all() {
        var pages = new ArrayList<Page>();
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::read).forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of("docs", "adr", "examples").flatMap(folder -> below(ROOT.resolve(folder)).stream()).forEach(pages::add);
        return pages;
    }

    static List<Page> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text).results().map(Page::block).toList();
    }

    /// Where the links to files of the repository lead.
    List<Path> links() {
        return LINK.matcher(text).results().map(link -> file.resolveSibling(link.group("target")).normalize()).toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }

    private static Block block(MatchResult match) {
        return new Block(match.group("language"), match.group("code"), Optional.ofNullable(match.group("marker")));
    }
}
