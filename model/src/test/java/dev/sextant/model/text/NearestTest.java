package dev.sextant.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "ploy,poly,1", "ca,abc,3", "width,width,0", "'',abc,3", "abc,'',3", "lr,LR,2"})
    void anEditIsAnInsertionADeletionASubstitutionOrASwap(String from, String to, int edits) {
        assertThat(Nearest.distance(from, to)).isEqualTo(edits);
    }

    @Test
    void nearestComesFirst_andEqualsKeepTheirOrder() {
        assertThat(Nearest.to("widht", List.of("wider", "weight", "width", "depth"))).containsExactly("width", "weight");
        assertThat(Nearest.to("laxer", List.of("layer", "later"))).containsExactly("layer", "later");
    }

    @Test
    void aWordThatSharesLittle_isNotOffered() {
        assertThat(Nearest.to("momentum", List.of("lr", "width", "moment_of_inertia"))).isEmpty();
        assertThat(Nearest.to("x", List.of("y", "z"))).isEmpty();
    }

    @Test
    void anotherCaseIsNoEdit() {
        assertThat(Nearest.to("RELU", List.of("gelu", "relu"))).containsExactly("relu", "gelu");
        assertThat(Nearest.to("c", List.of("C"))).containsExactly("C");
    }

    @Test
    void atMostThreeAreOffered_eachOnce() {
        assertThat(Nearest.to("lay", List.of("lax", "lay1", "lay1", "may", "lab"))).containsExactly("lax", "lay1", "may");
    }

    @Test
    void nothingIsNearToAPage() {
        assertThat(Nearest.to("a".repeat(201), List.of("a".repeat(200)))).isEmpty();
    }

    @Test
    void theQuestionNamesThemAll_orIsNotAsked() {
        assertThat(Nearest.question("laxer", List.of("layer", "later"))).contains("Did you mean 'layer' or 'later'?");
        assertThat(Nearest.question("qqqq", List.of("layer"))).isEmpty();
    }

    @Property(tries = 200)
    void theDistanceIsSymmetric_andZeroOnlyForEqualWords(
            @ForAll @AlphaChars @StringLength(max = 12) String a, @ForAll @AlphaChars @StringLength(max = 12) String b) {
        int distance = Nearest.distance(a, b);
        assertThat(distance).isEqualTo(Nearest.distance(b, a));
        assertThat(distance == 0).isEqualTo(a.equals(b));
        assertThat(distance).isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }
}
