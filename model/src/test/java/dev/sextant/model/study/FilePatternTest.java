package dev.sextant.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilePatternTest {
    @ParameterizedTest
    @CsvSource({
        "model.pt, model.pt, true", "model.pt, a/model.pt, false", "plots, plots/a/b.png, true", "plots/, plots/a.png, true", "plots, plotsa, false",
        "*.log, a.log, true", "*.log, a/b.log, false", "a/*.log, a/b.log, true", "?.pt, a.pt, true", "?.pt, ab.pt, false", "**/*.png, a.png, true",
        "**/*.png, a/b/c.png, true", "a/@@/c, a/c, true", "a/@@/c, a/x/y/c, true", "a/@@/c, b/a/c, false", "*, .hidden, true", "**, a/b, true",
        "*a*b, xaxxb, true", "*a*b, xbxxa, false", "größe?.pt, größe🙂.pt, true"})
    void aPatternMeansTheseFiles(String pattern, String path, boolean meant) {
        assertThat(new FilePattern(pattern.replace("@@", "**")).matches(path)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "..", "a/..", "a/../b", ".", "a//b", "a/./b", "a\nb", "a\0", "[ab]", "{a,b}", "a**", "/"})
    void whatIsNoWayDownFromTheFolder_isRefused(String text) {
        assertThatThrownBy(() -> new FilePattern(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMinLength(1).ofMaxLength(6).filter(text -> !text.contains("**"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars('a', 'b', '*').ofMinLength(1).ofMaxLength(8);
    }

    @Property
    void withinAStep_itIsTheRegularExpressionThatItSays(@ForAll("patterns") String pattern, @ForAll("names") String name) {
        boolean meant = Pattern.matches(pattern.replace("?", ".").replace("*", ".*"), name);
        assertThat(new FilePattern(pattern).matches(name)).isEqualTo(meant);
    }

    @Test
    void aPatternOfManyStars_isTriedInNoTime() {
        var pattern = new FilePattern("*a".repeat(200) + "b");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> pattern.matches("a".repeat(250)));
    }
}
