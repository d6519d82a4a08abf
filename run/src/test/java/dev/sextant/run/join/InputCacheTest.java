package dev.sextant.run.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputCacheTest {
    private static final int ROOMY = 1000;

    @TempDir
    private Path folder;

    private final List<Long> asked = new ArrayList<>();

    private InputCache cache(long most) {
        return new InputCache(folder.resolve("cache"), most);
    }

    private static InputFile file(String name, String content) {
        return new InputFile(Path.of(name), content.length(), digest(content), false);
    }

    private static String digest(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private InputCache.Source source(String content) {
        return offset -> {
            asked.add(offset);
            var bytes = content.getBytes(StandardCharsets.US_ASCII);
            return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) Math.min(offset, bytes.length), bytes.length));
        };
    }

    private Path link(InputCache cache, String name, String content) {
        var place = folder.resolve("place-" + asked.size() + "-" + name);
        cache.link(file(name, content), place, source(content));
        return place;
    }

    @Test
    void whatIsThere_isNotFetchedAgain_evenUnderAnotherName() {
        assertThat(link(cache(ROOMY), "a", "content")).hasContent("content");
        assertThat(link(cache(ROOMY), "b", "content")).hasContent("content");
        assertThat(asked).containsExactly(0L);
    }

    @Test
    void aFileThatBrokeOff_isNotUsed_andGoesOnWhereItBroke() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        InputCache.Source breaking = _ -> new SequenceInputStream(new ByteArrayInputStream("cont".getBytes(StandardCharsets.US_ASCII)), broken);
        var place = folder.resolve("place");
        assertThatThrownBy(() -> cache(ROOMY).link(file("a", "content"), place, breaking)).isInstanceOf(ServerAwayException.class);
        assertThat(place).doesNotExist();

        cache(ROOMY).link(file("a", "content"), place, source("content"));
        assertThat(place).hasContent("content");
        assertThat(asked).containsExactly(4L);
    }

    @Test
    void aFileWithAnotherDigest_isRefused_andNothingOfItStays() {
        var place = folder.resolve("place");
        assertThatThrownBy(() -> cache(ROOMY).link(file("a", "content"), place, source("cuntent"))).hasMessageContaining("digest");
        assertThat(place).doesNotExist();
        assertThat(link(cache(ROOMY), "a", "content")).hasContent("content");
    }

    @Test
    void anEntryThatWasSpoilt_isFetchedAgain() throws IOException {
        link(cache(ROOMY), "a", "content");
        var entry = folder.resolve("cache").resolve(digest("content"));
        Files.delete(entry);
        Files.writeString(entry, "cuntent");
        assertThat(link(cache(ROOMY), "a", "content")).hasContent("content");
    }

    @Test
    void beyondTheLimit_whatWasNotUsedForLongest_goes_andItsLinksStay() throws IOException {
        var first = link(cache(ROOMY), "a", "first");
        Files.setLastModifiedTime(folder.resolve("cache").resolve(digest("first")), FileTime.fromMillis(1000));
        var second = link(cache(ROOMY), "b", "second");
        Files.setLastModifiedTime(folder.resolve("cache").resolve(digest("second")), FileTime.fromMillis(2000));
        link(cache(11), "c", "third");

        assertThat(folder.resolve("cache").resolve(digest("first"))).doesNotExist();
        assertThat(folder.resolve("cache").resolve(digest("second"))).exists();
        assertThat(first).hasContent("first");
        assertThat(second).hasContent("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "a/../../x", "a/./b", ""})
    void aPlaceOutsideOfTheRunFolder_isRefused(String path) {
        var said = "{\"path\":\"%s\",\"size\":1,\"sha256\":\"%s\",\"executable\":false}".formatted(path, digest("x"));
        assertThatThrownBy(() -> InputFile.of(JsonReader.read(Source.file("answer", said)))).hasMessageContaining("outside");
    }
}
