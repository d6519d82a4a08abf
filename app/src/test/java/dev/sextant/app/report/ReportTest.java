package dev.sextant.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.SampleStudies;
import dev.sextant.engine.Preview;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Proposal;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>'\"&{{data}}";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static String html(Results results) throws IOException {
        var writer = new StringWriter();
        new Report(results, configuration -> "train " + configuration, List.of()).write(writer);
        return writer.toString();
    }

    /// Every JSON text is a YAML text, and the YAML reader refuses repeated keys.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(String html) {
        var match = DATA.matcher(html);
        assertThat(match.find()).isTrue();
        return (Map<String, Object>) new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build()).loadFromString(match.group(1));
    }

    private static String withoutScripts(String html) {
        return DATA.matcher(SCRIPT.matcher(html).replaceAll("")).replaceAll("");
    }

    private static Results hostile() {
        var words = new Choice(List.of(new Value.Text(HOSTILE), new Value.Text("b")));
        var space = SearchSpace.of(Parameter.of("x".repeat(300), words), Parameter.of("y", words));
        var sample = SampleStudies.of(SampleStudies.spec("s", space, new Objective(HOSTILE, Objective.Goal.MIN)), 40);
        var trials = sample.trials().stream().map(t -> t.state() != TrialState.FAILED ? t : new TrialRecord(t.trial(), t.attempt(),
                t.state(), t.configuration(), t.metrics(), t.origin(), t.created(), t.started(), t.finished(), t.why(), HOSTILE, HOSTILE)).toList();
        return new Results(sample.spec(), trials, sample.asOf());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 200})
    @SuppressWarnings("unchecked")
    void carriesEveryTrialOfAStudyOfAnyCommonSize(int trials) throws IOException {
        var html = html(SampleStudies.accuracy(trials));
        var columns = (Map<String, Object>) Objects.requireNonNull(data(html).get("trials"));
        assertThat((List<Object>) columns.get("trial")).hasSize(trials);
        assertThat((List<List<Object>>) columns.get("parameters")).hasSize(9).allSatisfy(column -> assertThat(column).hasSize(trials));
    }

    @Test
    @SuppressWarnings("unchecked")
    void carriesWhatAModelExpectsOfEveryParameter() throws IOException {
        var model = (Map<String, Object>) Objects.requireNonNull(data(html(SampleStudies.accuracy(100))).get("model"));
        var slices = (List<List<List<Number>>>) Objects.requireNonNull(model.get("slices"));
        assertThat(slices).hasSize(9).allSatisfy(slice -> assertThat(slice).hasSizeGreaterThan(1).allSatisfy(spot -> {
            assertThat(spot).hasSize(4);
            assertThat(spot.get(1).doubleValue()).isBetween(spot.get(3).doubleValue(), spot.get(2).doubleValue());
        }));
        var surface = (Map<String, Object>) Objects.requireNonNull(model.get("surface"));
        var across = (List<Number>) Objects.requireNonNull(surface.get("xs"));
        var up = (List<Number>) Objects.requireNonNull(surface.get("ys"));
        assertThat((List<List<Number>>) surface.get("expected")).hasSize(across.size()).allSatisfy(column -> assertThat(column).hasSize(up.size()));
    }

    @Test
    void aFewTrialsAreNoModel() throws IOException {
        assertThat(data(html(SampleStudies.accuracy(3)))).doesNotContainKey("model");
    }

    @Test
    void whatWouldBeTriedNextIsText() throws IOException {
        var results = hostile();
        var proposal = new Proposal.Start(results.trials().getFirst().configuration(), OptionalLong.empty(), HOSTILE, "");
        var writer = new StringWriter();
        new Report(results, Object::toString, List.of(new Preview.Next(4711, proposal))).write(writer);
        assertThat(withoutScripts(writer.toString())).contains("<td class=\"number\">4711</td>").doesNotContain("<img");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anInactiveParameterIsNull_andAFailureHasNoValue() throws IOException {
        var sample = SampleStudies.accuracy(100);
        var columns = (Map<String, Object>) Objects.requireNonNull(data(html(sample)).get("trials"));
        var degree = ((List<List<Object>>) Objects.requireNonNull(columns.get("parameters"))).get(7);
        var accuracy = ((List<List<Object>>) Objects.requireNonNull(columns.get("metrics"))).getFirst();
        for (var trial : sample.trials()) {
            assertThat(degree.get(trial.trial()) == null).isEqualTo(trial.configuration().value("degree").isEmpty());
            assertThat(accuracy.get(trial.trial()) == null).isEqualTo(trial.state() == TrialState.FAILED);
        }
    }

    @Test
    void namesAndTextsNeverBecomeMarkup() throws IOException {
        var html = html(hostile());
        assertThat(withoutScripts(html)).doesNotContain("<img").doesNotContain("alert(1)</script>").contains("&lt;img src=x");
        assertThat(SCRIPT.matcher(html).results()).as("scripts").hasSize(2);
        assertThat(data(html).get("metrics")).isEqualTo(List.of(HOSTILE));
    }

    @Test
    void onlyItsOwnScriptsMayRun() throws IOException {
        var html = html(SampleStudies.accuracy(3));
        var policy = html.substring(html.indexOf("script-src"), html.indexOf("; style-src"));
        SCRIPT.matcher(html).results().forEach(script -> assertThat(policy).contains(ScriptHash.of(script.group(1))));
        assertThat(policy).doesNotContain("unsafe");
    }

    @Test
    void asksForNothingFromAnywhere() throws IOException {
        var page = withoutScripts(html(SampleStudies.accuracyAndLatency(50)));
        assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(").doesNotContain("@import");
        assertThat(Pattern.compile("(?:src|href)=\"(?!#|data:,)").matcher(page).find()).isFalse();
    }

    @Test
    void opensAndClosesItsElementsInOrder() throws IOException {
        for (var results : List.of(SampleStudies.accuracy(0), SampleStudies.accuracy(30), SampleStudies.accuracyAndLatency(30), hostile())) {
            assertThat(Nesting.of(withoutScripts(html(results)))).isEmpty();
        }
    }

    @Test
    void everyIdIsUnique_andEveryChartHasAName() throws IOException {
        var page = withoutScripts(html(SampleStudies.accuracyAndLatency(50)));
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList()).doesNotHaveDuplicates().isNotEmpty();
        assertThat(Pattern.compile("role=\"img\" aria-label=\"[^\"]{10,}\"").matcher(page).results().count())
                .isEqualTo(Pattern.compile("role=\"img\"").matcher(page).results().count()).isGreaterThan(10);
    }

    @Test
    void staysBoundedForManyTrials() throws IOException {
        assertThat(html(SampleStudies.accuracy(20_000)).length()).isLessThan(5_000_000);
        var many = ShownTrials.of(SampleStudies.accuracy(20_000), 40_000);
        assertThat(many.isAll()).isFalse();
        assertThat(many.trials()).hasSizeLessThanOrEqualTo(40_000 / 17);
    }

    @Test
    void showsTheFrontOfSeveralObjectives() throws IOException {
        var html = html(SampleStudies.accuracyAndLatency(100));
        assertThat(html).contains("id=\"front\"").contains("Best latency").contains("trials on the front");
        assertThat((List<?>) data(html).get("front")).isNotEmpty();
        assertThat(html).contains("id=\"hypervolume\"").contains("How much of the box from the best values to accuracy ");
        assertThat((List<?>) ((Map<?, ?>) Objects.requireNonNull(data(html).get("hypervolume"))).get("steps")).isNotEmpty();
    }

    @Test
    void replacesAnOlderFileInOneStep(@TempDir Path folder) throws IOException {
        var file = folder.resolve("report.html");
        Files.writeString(file, "old");
        new Report(SampleStudies.accuracy(3), Object::toString, List.of()).write(file);
        assertThat(file).content().startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("other"))));
    }
}
