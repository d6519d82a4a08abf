package dev.sextant.run.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sextant.model.study.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandReadingTest {
    private static final List<String> PARAMETERS = List.of("lr", "kernel", "degree");
    private static final Surroundings SURROUNDINGS = new Surroundings(7, "/runs/1", "/runs/1/checkpoint", "/home/study", "/jdk/bin/java");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "--lr={lr}|--lr=0.001", "{lr}{lr}|0.0010.001", "${lr}{lr}|${lr}0.001", "{{lr}}{lr}|{lr}0.001", "{{{lr}}}|{0.001}", "{\"a\":{\"lr\":{lr}}}|{\"a\":{\"lr\":0.001}}",
        "{sextant.seed}:{lr}|7:0.001", "{lr} {sextant.run}|0.001 /runs/1", "{print}{lr}|{print}0.001", "{print $1}{lr}|{print $1}0.001", "{}{lr}|{}0.001",
        "}}{{{lr}|}}{0.001", "{ lr }{lr}|{ lr }0.001", "{lr:>5}{lr}|{lr:>5}0.001"})
    void placeholdersAreFilled_andOtherBracesStay(String word, String expected) {
        assertThat(fill(List.of("run", word), active())).containsExactly("run", expected);
    }

    @Test
    void withoutAnyPlaceholder_parametersAreAppendedAsFlags() {
        assertThat(fill(List.of("train", "--seed", "{sextant.seed}"), active()))
                .containsExactly("train", "--seed", "7", "--lr=0.001", "--kernel=poly", "--degree=3");
    }

    @Test
    void params_standsForTheRest() {
        assertThat(fill(List.of("train", "{params}", "{lr}", "end"), active())).containsExactly("train", "--kernel=poly", "--degree=3", "0.001", "end");
    }

    @Test
    void paramsInsideAShellText_areQuoted() {
        var values = active();
        values.put("kernel", "it's $HOME");
        assertThat(fill(List.of("sh", "-c", "train {params} --lr {lr}"), values))
                .containsExactly("sh", "-c", "train '--kernel=it'\\''s $HOME' --degree=3 --lr 0.001");
    }

    @Test
    void anArgumentWithAnInactiveParameter_isLeftOutWhole() {
        var groups = Map.of("kernel_args", List.of("--kernel={kernel}", "--degree={degree}", "--fixed"));
        var values = active();
        values.remove("degree");
        var template = read(program(List.of("svm", "--lr={lr}", "{kernel_args}"), groups)).template();
        assertThat(template.fill(active(), SURROUNDINGS)).containsExactly("svm", "--lr=0.001", "--kernel=poly", "--degree=3", "--fixed");
        assertThat(template.fill(values, SURROUNDINGS)).containsExactly("svm", "--lr=0.001", "--kernel=poly", "--fixed");
        assertThat(fill(List.of("svm", "--degree={degree}", "{params}"), values)).containsExactly("svm", "--lr=0.001", "--kernel=poly");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{lrr}|{lrr} in '{lrr}' names no parameter; there are lr, kernel, degree|Did you mean 'lr'?",
        "{nothing_alike}|names no parameter|If the braces are meant as they are, write {{nothing_alike}}.",
        "{sextant.sed}|names no parameter|Did you mean 'sextant.seed'",
        "x{degree} y|{degree} is not always active|$SEXTANT_PARAM_degree"})
    void aWrongPlaceholder_isRefusedWithWhatIsThere(String word, String what, String hint) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(Program.of(List.of("run", word), "/tmp")))
                .withMessageContaining(what).withMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x={g}", "{g}{g}"})
    void aGroupInsideAWord_isRefused(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(program(List.of("run", word), Map.of("g", List.of("a")))))
                .withMessageContaining("the group {g} stands for several words");
    }

    @Test
    void aGroupNamedLikeAParameter_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(program(List.of("run"), Map.of("lr", List.of("a")))))
                .withMessageContaining("the group 'lr' has a name that means something else already");
    }

    @Test
    void aParameterThatReachesNobody_drawsAWarning() {
        assertThat(read(Program.of(List.of("run", "{lr}"), "/tmp")).warnings()).singleElement().asString()
                .contains("but not kernel, degree").contains("{kernel}, {degree} or {params}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{params}", "$SEXTANT_PARAM_kernel $SEXTANT_PARAM_degree {lr}", "cat $SEXTANT_PARAMS; echo {lr}", "cat $SEXTANT_PARAMS",
        "echo $SEXTANT_PARAM_lr ${SEXTANT_PARAM_kernel} $SEXTANT_PARAM_degree", "echo $0 $1 $2"})
    void aParameterThatReachesTheProgramSomehow_drawsNoWarning(String word) {
        assertThat(read(Program.of(List.of("sh", "-c", word), "/tmp")).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "echo FoM=$lr|Parameters lr, kernel, degree reach the text of 'sh -c' by no way",
        "echo $SEXTANT_PARAM_lr $SEXTANT_PARAM_degree|Parameter kernel reaches the text of 'sh -c' by no way",
        "echo $SEXTANT_PARAM_lrate $SEXTANT_PARAM_kernel $SEXTANT_PARAM_degree|Parameter lr reaches",
        "train \"$@\"|is its $0"})
    void aShellTextThatDoesNotTakeItsFlags_drawsAWarning(String text, String warning) {
        assertThat(read(Program.of(List.of("sh", "-c", text), "/tmp")).warnings()).singleElement().asString().contains(warning);
    }

    @Test
    void flagsBehindANameOfTheProgram_areTaken() {
        assertThat(read(Program.of(List.of("/bin/bash", "-ec", "train \"$@\"", "train"), "/tmp")).warnings()).isEmpty();
        assertThat(read(Program.of(List.of("bash", "train.sh"), "/tmp")).warnings()).isEmpty();
    }

    @Test
    void namesThatShareAVariable_orHideAPlaceholder_drawAWarning() {
        assertThat(CommandReading.of(Program.of(List.of("run"), "/tmp"), new Names(List.of("a.b", "a-b", "params", "sextant.seed"), Set.of(), List.of())).warnings()).satisfiesExactly(
                shared -> assertThat(shared).contains("a.b and a-b share the variable $SEXTANT_PARAM_a_b"),
                rest -> assertThat(rest).contains("Parameter params hides what {params} stands for"),
                seed -> assertThat(seed).contains("Parameter sextant.seed hides what {sextant.seed} stands for"));
    }

    private static List<String> fill(List<String> command, SequencedMap<String, String> values) {
        return read(Program.of(command, "/tmp")).template().fill(values, SURROUNDINGS);
    }

    private static CommandReading read(Program program) {
        return CommandReading.of(program, new Names(PARAMETERS, Set.of("degree"), List.of()));
    }

    private static Program program(List<String> command, Map<String, List<String>> groups) {
        return new Program(command, new LinkedHashMap<>(groups), Optional.empty(), Program.Take.LAST, List.of(), new LinkedHashMap<>(), "/tmp", "/tmp", false);
    }

    private static SequencedMap<String, String> active() {
        var values = new LinkedHashMap<String, String>();
        values.put("lr", "0.001");
        values.put("kernel", "poly");
        values.put("degree", "3");
        return values;
    }
}
