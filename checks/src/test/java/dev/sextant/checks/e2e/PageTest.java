package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real browser, served by a real server: what it shows. What its buttons do: [PageButtonsTest].
@Timeout(300)
@EnabledIf(value = "dev.sextant.testkit.browser.Browser#isThere", disabledReason = "needs /usr/bin/chromium")
class PageTest extends OnThePage {
    private static final List<String> VIEWS = List.of("overview", "trials", "curves", "understand", "workers", "events", "setup", "trial/0", "compare?trials=0,1,2");

    @Nested
    class Looking {
        @Test
        void theListShowsEachStudyWithHowFarItIsAndWhatIsBest() {
            site.open("");
            browser.await("document.querySelectorAll('.study-row').length === 2");
            assertThat(site.text(".cards")).contains("done", "over", "20 complete", "4 failed", "by-hand", "no trial yet");
            browser.await("document.querySelector('.spark polyline')");
        }

        @Test
        void searchingTheListLeavesTheStudiesThatHaveTheWord_andIsInTheAddress() {
            site.open("");
            browser.await("document.querySelectorAll('.study-row').length === 2");
            browser.type("Search studies", "hand");
            browser.await("document.querySelectorAll('.study-row').length === 1 && location.hash.includes('hand')");
        }

        @Test
        void aStudyThatCannotBeRead_saysSo_andTheOthersAreListed() throws IOException {
            site.shells().run("create", "--name", "torn", "-p", "x=0.0..1.0").good();
            var database = site.shells().home().resolve("studies").resolve("torn").resolve("study.db");
            Files.writeString(database, "torn");
            try {
                site.open("");
                site.awaitText(".cards", "is not a database, or its beginning was overwritten");
                assertThat(site.text(".cards")).contains("torn", "unreadable", "20 complete");
                browser.type("Search studies", "tor");
                browser.await("document.querySelectorAll('.study-row').length === 1");
            } finally {
                site.shells().run("delete", "torn", "--yes").good();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"overview", "trials", "curves", "understand", "workers"})
        void aViewDrawsItsCharts(String view) {
            browser.size(1280, 3000);
            site.study("done", view);
            browser.await("document.querySelectorAll('.canvas').length > 0");
            site.awaitCharts();
            browser.await("[...document.querySelectorAll('.canvas')].filter(one => one.offsetParent).every(one => one.querySelector('canvas'))");
        }

        @Test
        void failuresAreGroupedByReasonWithTheirLastLines_andNoTextBecomesAnElement() {
            site.study("done", "overview");
            site.awaitText(".failures", "exit code 3");
            assertThat(site.text(".failures")).contains("4 ×", "<img src=x");
            assertThat(browser.eval("String(document.querySelectorAll('main img').length)")).isEqualTo("0");
        }

        @Test
        void aTrialShowsItsParametersFiguresOutputAndWhatHappenedToIt() {
            site.study("done", "trial/5");
            site.awaitText(".log", "step=3 loss=0.35");
            assertThat(site.text(".trial-head")).contains("Trial 5", "failed", "exit code 3");
            assertThat(site.text(".happened")).contains("proposed", "attempt 1 began", "failed: exit code 3");
            browser.eval("document.querySelector('[aria-label=\"Which output\"]').value = 'stderr'");
            browser.eval("document.querySelector('[aria-label=\"Which output\"]').dispatchEvent(new Event('change'))");
            site.awaitText(".log", "<img src=x");
            browser.type("Search the output", "onerror");
            browser.await("document.querySelector('.log mark')");
        }

        @Test
        void whatATrialLeftCanBeSaved_aPictureIsShown_andNothingOfItBecomesPartOfThePage() {
            site.study("done", "trial/0");
            browser.await("document.querySelectorAll('.artifacts a[download]').length === 2");
            assertThat(site.text(".artifacts")).contains("a<b>.svg", "plots/loss.png", " B");
            browser.await("document.querySelector('.pictures img')?.naturalWidth === 1");
            assertThat(browser.eval("String(document.querySelectorAll('.pictures img').length)")).isEqualTo("1");
            assertThat(browser.eval("fetch(document.querySelector('.artifacts a').href).then(answer => answer.headers.get('Content-Disposition') + ' ' + answer.headers.get('Content-Type'))"))
                    .isEqualTo("attachment; filename*=UTF-8''a%3Cb%3E.svg application/octet-stream");
            site.study("done", "trial/5");
            site.awaitText(".trial-head", "exit code 3");
            assertThat(browser.eval("String([...document.querySelectorAll('h2')].find(one => one.textContent === 'Artifacts')?.parentElement.hidden)")).isEqualTo("true");
        }

        @Test
        void comparingShowsTrialsSideBySide_andWhatDiffersIsStrong() {
            site.study("done", "trials");
            browser.await("document.querySelectorAll('.rows .check input').length > 2");
            browser.eval("[...document.querySelectorAll('.rows .check input')].slice(0, 2).forEach(box => box.click())");
            browser.press("Compare 2");
            browser.await("document.querySelectorAll('table.compare thead th').length === 3");
            assertThat(browser.eval("document.querySelector('table.compare tr.differs th').textContent")).isNotEmpty();
        }

        @Test
        void theSlashFindsATrial_andEnterGoesThere() {
            site.study("done", "overview");
            browser.key("/");
            browser.await("document.activeElement.getAttribute('role') === 'combobox'");
            browser.type("Search", "7");
            site.awaitText("[role=listbox]", "trial 7");
            browser.key("Enter");
            site.awaitText(".trial-head h2", "Trial 7");
        }

        @Test
        void anUnknownStudySaysSo() {
            site.open("study/dome");
            site.awaitText("main", "There is no study 'dome'");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
        }

        private void saved(String way) {
            browser.eval("document.querySelector('details.menu').open = true");
            browser.press(way);
        }

        @Test
        void aChartCanBeSavedAsAPictureAndAsNumbers() {
            site.study("done", "overview");
            site.awaitCharts();
            browser.eval("window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download + ' ' + this.href.slice(0, 14)); }");
            saved("Save as PNG");
            saved("Save as SVG");
            saved("Save as CSV");
            assertThat(browser.eval("window.saved.join()")).contains(".png data:image/png", ".svg blob:", ".csv blob:");
        }
    }

    @Nested
    class Table {
        @Test
        void aFilterLeavesTheTrialsThatItNames_andStandsInTheAddress() {
            site.study("done", "trials");
            browser.type("Filter: which trials", "state == failed and trial < 12");
            site.awaitText("#filter-note", "2 of 24");
            browser.await("[...document.querySelectorAll('.rows .row a')].map(one => one.textContent).join() === '11,5' && location.hash.includes('failed')");
        }

        @Test
        void aFilterThatCannotBeReadSaysWhy() {
            site.study("done", "trials?where=" + "los%20%3C%201");
            site.awaitText(".wrong", "Did you mean 'loss'");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400"));
        }

        @Test
        void aHeadingSortsByItsColumn() {
            site.study("done", "trials");
            browser.press("loss");
            browser.await("document.querySelector('[aria-sort=descending]')?.innerText.includes('loss')");
            browser.press("loss ▼");
            browser.await("document.querySelector('.rows .row.is-best') === document.querySelector('.rows .row')");
        }

        @Test
        void brushingAnAxisFiltersTheTable() {
            site.study("done", "trials");
            site.awaitCharts();
            browser.eval("""
                    (() => {
                        const drawn = echarts.getInstanceByDom(document.querySelector('.canvas'));
                        const axis = drawn.getModel().findComponents({ mainType: 'parallelAxis' })[0];
                        drawn.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: axis.id, intervals: [[0.25, 0.5]] });
                    })()""");
            browser.await("document.querySelector('.filter').value === 'x >= 0.25 and x <= 0.5'");
            site.awaitText("#filter-note", "of 24");
        }

        @Test
        void aColumnCanBeLeftOut() {
            site.study("done", "trials");
            browser.press("Columns");
            browser.await("document.querySelector('.columns .menu-items label')");
            browser.eval("[...document.querySelectorAll('.columns label')].find(one => one.textContent.trim() === 'cost').click()");
            browser.await("![...document.querySelectorAll('.row.head button')].some(one => one.textContent === 'cost')");
        }
    }

    @Nested
    class ForEverybody {
        private static String axe() {
            try (var script = PageTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @ParameterizedTest
        @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
        void everyViewCanBeUsedByAll_andNeverScrollsSideways(int width, String theme) {
            browser.size(width, 900);
            browser.theme(theme);
            var wrong = new ArrayList<String>(wrong("the list", ""));
            VIEWS.forEach(view -> wrong.addAll(wrong(view, "study/done/" + view)));
            assertThat(wrong).isEmpty();
        }

        private List<String> wrong(String view, String address) {
            site.open(address);
            browser.await("!document.querySelector('main').innerText.includes('Loading')");
            site.awaitCharts();
            assertThat(browser.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("%s scrolls sideways", view).isEqualTo("0");
            if (browser.eval("typeof axe").equals("undefined")) {
                browser.eval(axe());
            }
            return browser.eval("""
                    axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations
                        .map(one => one.id + ': ' + one.help + ' – ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')).join('\\n'))""")
                    .lines().map(line -> view + ": " + line).toList();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Dark", "Light"})
        void theThemeCanBeChosen(String theme) {
            browser.theme(theme.equals("Dark") ? "light" : "dark");
            site.open("");
            browser.eval("localStorage.clear()");
            site.open("");
            browser.press(theme);
            assertThat(browser.eval("document.documentElement.dataset.theme")).isEqualTo(theme.toLowerCase(Locale.ROOT));
            browser.eval("localStorage.clear()");
        }
    }

    @Test
    void whenTheChartLibraryDoesNotCome_itIsFetchedLater() {
        long before = timesTheLibraryWasAskedFor();
        browser.open("about:blank");
        browser.block("*echarts*");
        try {
            site.study("done", "overview");
            Await.until("the library was asked for twice", () -> timesTheLibraryWasAskedFor() >= before + 2, () -> browser.requests().toString());
            assertThat(browser.eval("String(document.querySelectorAll('.canvas canvas').length)")).isEqualTo("0");
        } finally {
            browser.block();
        }
        browser.await("document.querySelector('.canvas canvas')");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("ERR_BLOCKED"));
    }

    private static long timesTheLibraryWasAskedFor() {
        return browser.requests().stream().filter(address -> address.contains("echarts")).count();
    }

    @Test
    void whenTheServerIsGone_thePageSaysSinceWhen_andGoesOnWhenItIsBack() {
        var other = site.shells().start("serve", "--port", "0");
        var address = PageSite.addressOf(other);
        browser.open(address + "#/study/by-hand/overview");
        browser.await("document.querySelector('.study-head h1')");
        other.kill();
        site.awaitText(".live", "reconnecting since");
        var back = site.shells().start("serve", "--port", Integer.toString(URI.create(address).getPort()));
        browser.await("document.querySelector('.live').innerText === 'live'");
        back.kill();
        browser.open(site.address());
        browser.await("document.querySelector('.study-row')");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("ERR_"));
    }
}
