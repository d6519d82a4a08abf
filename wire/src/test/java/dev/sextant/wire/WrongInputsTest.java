package dev.sextant.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WrongInputsTest {
    private static final List<String> FORMS =
            List.of("study-file", "parameters", "options", "points", "json", "durations", "sizes", "tell", "ask");

    @TestFactory
    Stream<DynamicContainer> aWrongInput_isAnsweredInWordsThatHelp() {
        return FORMS.stream().map(form -> DynamicContainer.dynamicContainer(form, cases(form).stream().map(wrong ->
                DynamicTest.dynamicTest(wrong.title(), () ->
                        assertThat(WrongInputs.message(form, wrong.input())).isEqualTo(wrong.message())))));
    }

    @Test
    void theCorpus_isLarge() {
        assertThat(FORMS.stream().mapToInt(form -> cases(form).size()).sum()).isGreaterThanOrEqualTo(120);
        assertThat(FORMS).allSatisfy(form -> assertThat(cases(form)).isNotEmpty());
    }

    private static List<WrongInputs.Case> cases(String form) {
        try (var file = WrongInputsTest.class.getResourceAsStream("wrong/" + form + ".txt")) {
            return WrongInputs.cases(new String(Objects.requireNonNull(file, form).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
