package dev.sextant.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.report.Report;
import dev.sextant.model.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(value = "dev.sextant.checks.report.Chromium#isThere", disabledReason = "needs /usr/bin/chromium")
class ReportInBrowserTest {
    private static final int PAGE = 50;
    private static final String READY = "data-ready=\"yes\"";

    @TempDir
    private Path folder;

    private Path report(int trials) throws IOException {
        var file = folder.resolve("report.html");
        new Report(SampleStudy.of(trials), trial -> trial.configuration().toString(), List.of()).write(file);
        return file;
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 3", "200, 50", "20000, 50"})
    void fillsItsTable_andWritesNothingOnTheConsole(int trials, int rows) throws Exception {
        var page = Chromium.open(report(trials), folder, READY, "--window-size=1280,4000");
        assertThat(page.console()).isEmpty();
        assertThat(count(page.dom(), "data-label=\"trial\"")).isEqualTo(Math.min(rows, PAGE));
    }

    @Test
    void drawsEveryChart() throws Exception {
        var page = Chromium.open(report(120), folder, "data-charts=\"8\"", "--window-size=1280,6000");
        assertThat(count(page.dom(), "role=\"img\"")).isEqualTo(8);
        assertThat(count(page.dom(), "data-drawn=\"yes\"")).isEqualTo(8);
        assertThat(count(page.dom(), "<canvas")).isEqualTo(8);
    }

    /// Opens the report in a frame of some width and answers what `expression` says of its document, asking again
    /// while it throws because a chart is not there yet.
    private String inFrame(int width, String expression) throws IOException, InterruptedException {
        var frame = folder.resolve("frame.html");
        Files.writeString(frame, """
                <!doctype html><body><iframe src="report.html" style="border:0;width:%dpx;height:6000px"></iframe><script>
                const frame = document.querySelector('iframe');
                const ask = setInterval(() => {
                    const page = frame.contentDocument;
                    if (page.documentElement.dataset.ready !== 'yes') return;
                    document.body.dataset.answer = %s;
                    clearInterval(ask);
                }, 500);
                </script>""".formatted(width, expression));
        var dom = Chromium.open(frame, folder, "data-answer=", "--window-size=1400,6100").dom();
        var answer = Pattern.compile("data-answer=\"([^\"]*)\"").matcher(dom);
        assertThat(answer.find()).as("an answer from the frame").isTrue();
        return answer.group(1);
    }

    @Test
    void namesRunNoScript_andBecomeNoElement() throws Exception {
        report(60);
        assertThat(inFrame(1280, "page.title + ', ' + page.images.length + ' images, ' + page.scripts.length + ' scripts'"))
                .isEqualTo("sample – Sextant report, 0 images, 3 scripts");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 768, 1280})
    void neverScrollsSideways(int width) throws Exception {
        report(200);
        assertThat(inFrame(width, "page.documentElement.scrollWidth - page.documentElement.clientWidth")).isEqualTo("0");
    }

    @Test
    void aFilterLeavesTheRowsThatItNames() throws Exception {
        report(60);
        var failed = SampleStudy.of(60).trials().stream().filter(trial -> trial.state() == TrialState.FAILED).count();
        assertThat(inFrame(1280, """
                (() => {
                    const filter = page.getElementById('filter');
                    filter.value = 'trial < 60 and state == failed';
                    filter.dispatchEvent(new Event('input'));
                    return page.getElementById('rows').children.length;
                })()""")).isEqualTo(Long.toString(failed));
    }

    @Test
    void brushingAnAxisFiltersTheTable() throws Exception {
        report(60);
        assertThat(inFrame(1280, """
                (() => {
                    const chart = document.querySelector('iframe').contentWindow.echarts.getInstanceByDom(page.getElementById('parallel'));
                    const axes = chart.getModel().findComponents({ mainType: 'parallelAxis' });
                    chart.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: axes[0].id, intervals: [[0.001, 0.01]] });
                    chart.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: axes[1].id, intervals: [[0.6, 1]] });
                    return page.getElementById('filter').value;
                })()""")).isEqualTo("lr&gt;=0.001 lr&lt;=0.01 kernel=poly");
    }

    @Test
    void aHeadingSortsByItsColumn() throws Exception {
        report(60);
        assertThat(inFrame(1280, """
                (() => {
                    page.querySelector('#columns th button').click();
                    page.querySelector('#columns th button').click();
                    return page.querySelector('#rows td').textContent + ' ' + page.querySelector('#columns th').getAttribute('aria-sort');
                })()""")).isEqualTo("59 descending");
    }
}
