package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.browser.Browser;
import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real browser, served by a real server: every button by its effect.
@Timeout(300)
@EnabledIf(value = "dev.sextant.testkit.browser.Browser#isThere", disabledReason = "needs /usr/bin/chromium")
class PageTest {
    private static final List<String> VIEWS = List.of("overview", "trials", "curves", "understand", "workers", "events", "setup", "trial/0", "compare?trials=0,1,2");
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

    /// A PNG of one point.
    private static final String DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @TempDir
    private static Path folder;

    private static Shells shells;
    private static Running server;
    private static Browser browser;
    private static String site = "";

    @BeforeAll
    static void begin() {
        shells = new Shells(folder);
        shells.tune("--name done --trials 24 --slots 4 --record cost --artifact plots/ --artifact a*", script()).end().good();
        shells.run("create", "--name", "by-hand", "-p", "lr=1e-5..1e-1:log@1e-3", "-p", "layers=1..6", "-p", "act=relu,tanh",
                "-p", "degree=2..4 if act==relu", "--metric", "loss:min", "--metric", "cost:min").good();
        server = shells.start("serve", "--port", "0");
        Await.until("the server listens", () -> server.out().contains("\n"), server::err);
        site = server.out().strip() + "/";
        browser = Browser.start(folder);
        browser.size(1280, 900);
    }

    /// Every sixth trial fails, and says something that would like to be a script.
    private static String script() {
        return """
                for step in 1 2 3; do echo "step=$step loss=0.$step$SEXTANT_TRIAL cost=$SEXTANT_TRIAL"; done
                if [ $((SEXTANT_TRIAL %% 6)) = 5 ]; then echo '%s' >&2; exit 3; fi
                mkdir "$SEXTANT_RUN_DIR/plots"; echo %s | base64 -d > "$SEXTANT_RUN_DIR/plots/loss.png"
                printf '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="owned"</script></svg>' > "$SEXTANT_RUN_DIR/a<b>.svg"
                echo "loss=$SEXTANT_PARAM_x cost=1"
                """.formatted(HOSTILE.replace("'", "'\\''"), DOT);
    }

    @AfterAll
    static void end() {
        browser.close();
        server.kill();
    }

    @BeforeEach
    void look() {
        browser.complaints();
        browser.size(1280, 900);
        browser.theme("light");
    }

    /// Whatever was done: the page had nothing to complain of, and asked nobody but its own server.
    @AfterEach
    void allIsWell() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("http://127.0.0.1:") || address.startsWith("about:")
                || address.startsWith("blob:http://127.0.0.1:") || address.startsWith("data:"));
        assertThat(browser.eval("document.title")).doesNotContain("owned");
    }

    private static void open(String view) {
        browser.open(site + "#/" + view);
        browser.await("document.documentElement.dataset.ready");
    }

    private static void study(String name, String view) {
        open("study/" + name + "/" + view);
        browser.await("document.querySelector('.study-head h1')");
    }

    private static String text(String selector) {
        return browser.eval("document.querySelector(%s)?.innerText ?? ''".formatted(Browser.quoted(selector)));
    }

    private static void awaitText(String selector, String part) {
        browser.await("(document.querySelector(%s)?.innerText ?? '').includes(%s)".formatted(Browser.quoted(selector), Browser.quoted(part)));
    }

    /// Waits until every chart near the screen is drawn.
    private static void awaitCharts() {
        browser.await("[...document.querySelectorAll('.canvas')].filter(one => one.offsetParent && one.getBoundingClientRect().top < innerHeight).every(one => one.dataset.drawn)");
    }

    @Nested
    class Looking {
        @Test
        void theListShowsEachStudyWithHowFarItIsAndWhatIsBest() {
            open("");
            browser.await("document.querySelectorAll('.study-row').length === 2");
            assertThat(text(".cards")).contains("done", "over", "20 complete", "4 failed", "by-hand", "no trial yet");
            browser.await("document.querySelector('.spark polyline')");
        }

        @Test
        void searchingTheListLeavesTheStudiesThatHaveTheWord_andIsInTheAddress() {
            open("");
            browser.await("document.querySelectorAll('.study-row').length === 2");
            browser.type("Search studies", "hand");
            browser.await("document.querySelectorAll('.study-row').length === 1 && location.hash.includes('hand')");
        }

        @ParameterizedTest
        @ValueSource(strings = {"overview", "trials", "curves", "understand", "workers"})
        void aViewDrawsItsCharts(String view) {
            browser.size(1280, 3000);
            study("done", view);
            browser.await("document.querySelectorAll('.canvas').length > 0");
            awaitCharts();
            browser.await("[...document.querySelectorAll('.canvas')].filter(one => one.offsetParent).every(one => one.querySelector('canvas'))");
        }

        @Test
        void failuresAreGroupedByReasonWithTheirLastLines_andNoTextBecomesAnElement() {
            study("done", "overview");
            awaitText(".failures", "exit code 3");
            assertThat(text(".failures")).contains("4 ×", "<img src=x");
            assertThat(browser.eval("String(document.querySelectorAll('main img').length)")).isEqualTo("0");
        }

        @Test
        void aTrialShowsItsParametersFiguresOutputAndWhatHappenedToIt() {
            study("done", "trial/5");
            awaitText(".log", "step=3 loss=0.35");
            assertThat(text(".trial-head")).contains("Trial 5", "failed", "exit code 3");
            assertThat(text(".happened")).contains("proposed", "attempt 1 began", "failed: exit code 3");
            browser.eval("document.querySelector('[aria-label=\"Which output\"]').value = 'stderr'");
            browser.eval("document.querySelector('[aria-label=\"Which output\"]').dispatchEvent(new Event('change'))");
            awaitText(".log", "<img src=x");
            browser.type("Search the output", "onerror");
            browser.await("document.querySelector('.log mark')");
        }

        @Test
        void whatATrialLeftCanBeSaved_aPictureIsShown_andNothingOfItBecomesPartOfThePage() {
            study("done", "trial/0");
            browser.await("document.querySelectorAll('.artifacts a[download]').length === 2");
            assertThat(text(".artifacts")).contains("a<b>.svg", "plots/loss.png", " B");
            browser.await("document.querySelector('.pictures img')?.naturalWidth === 1");
            assertThat(browser.eval("String(document.querySelectorAll('.pictures img').length)")).isEqualTo("1");
            assertThat(browser.eval("fetch(document.querySelector('.artifacts a').href).then(answer => answer.headers.get('Content-Disposition') + ' ' + answer.headers.get('Content-Type'))"))
                    .isEqualTo("attachment; filename*=UTF-8''a%3Cb%3E.svg application/octet-stream");
            study("done", "trial/5");
            awaitText(".trial-head", "exit code 3");
            assertThat(browser.eval("String([...document.querySelectorAll('h2')].find(one => one.textContent === 'Artifacts')?.parentElement.hidden)")).isEqualTo("true");
        }

        @Test
        void comparingShowsTrialsSideBySide_andWhatDiffersIsStrong() {
            study("done", "trials");
            browser.await("document.querySelectorAll('.rows .check input').length > 2");
            browser.eval("[...document.querySelectorAll('.rows .check input')].slice(0, 2).forEach(box => box.click())");
            browser.press("Compare 2");
            browser.await("document.querySelectorAll('table.compare thead th').length === 3");
            assertThat(browser.eval("document.querySelector('table.compare tr.differs th').textContent")).isNotEmpty();
        }

        @Test
        void theSlashFindsATrial_andEnterGoesThere() {
            study("done", "overview");
            browser.key("/");
            browser.await("document.activeElement.getAttribute('role') === 'combobox'");
            browser.type("Search", "7");
            awaitText("[role=listbox]", "trial 7");
            browser.key("Enter");
            awaitText(".trial-head h2", "Trial 7");
        }

        @Test
        void anUnknownStudySaysSo() {
            open("study/dome");
            awaitText("main", "There is no study 'dome'");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
        }

        @Test
        void aChartCanBeSavedAsAPictureAndAsNumbers() {
            study("done", "overview");
            awaitCharts();
            browser.eval("window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download + ' ' + this.href.slice(0, 14)); }");
            for (var way : List.of("Save as PNG", "Save as SVG", "Save as CSV")) {
                browser.eval("document.querySelector('details.menu').open = true");
                browser.press(way);
            }
            assertThat(browser.eval("window.saved.join()")).contains(".png data:image/png", ".svg blob:", ".csv blob:");
        }
    }

    @Nested
    class Table {
        @Test
        void aFilterLeavesTheTrialsThatItNames_andStandsInTheAddress() {
            study("done", "trials");
            browser.type("Filter: which trials", "state == failed and trial < 12");
            awaitText("#filter-note", "2 of 24");
            browser.await("[...document.querySelectorAll('.rows .row a')].map(one => one.textContent).join() === '11,5' && location.hash.includes('failed')");
        }

        @Test
        void aFilterThatCannotBeReadSaysWhy() {
            study("done", "trials?where=" + "los%20%3C%201");
            awaitText(".wrong", "Did you mean 'loss'");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400"));
        }

        @Test
        void aHeadingSortsByItsColumn() {
            study("done", "trials");
            browser.press("loss");
            browser.await("document.querySelector('[aria-sort=descending]')?.innerText.includes('loss')");
            browser.press("loss ▼");
            browser.await("document.querySelector('.rows .row.is-best') === document.querySelector('.rows .row')");
        }

        @Test
        void brushingAnAxisFiltersTheTable() {
            study("done", "trials");
            awaitCharts();
            browser.eval("""
                    (() => {
                        const drawn = echarts.getInstanceByDom(document.querySelector('.canvas'));
                        const axis = drawn.getModel().findComponents({ mainType: 'parallelAxis' })[0];
                        drawn.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: axis.id, intervals: [[0.25, 0.5]] });
                    })()""");
            browser.await("document.querySelector('.filter').value === 'x >= 0.25 and x <= 0.5'");
            awaitText("#filter-note", "of 24");
        }

        @Test
        void aColumnCanBeLeftOut() {
            study("done", "trials");
            browser.press("Columns");
            browser.await("document.querySelector('.columns .menu-items label')");
            browser.eval("[...document.querySelectorAll('.columns label')].find(one => one.textContent.trim() === 'cost').click()");
            browser.await("![...document.querySelectorAll('.row.head button')].some(one => one.textContent === 'cost')");
        }
    }

    @Nested
    class Acting {
        @Test
        void pauseHoldsTheStudy_andResumeLetsItGoOn() {
            study("by-hand", "overview");
            browser.press("Pause");
            awaitText(".study-head", "paused");
            assertThat(shells.run("show", "by-hand", "--json").good()).contains("\"paused\":true");
            browser.press("Resume");
            browser.await("!document.querySelector('.study-head').innerText.includes('paused')");
            assertThat(shells.run("show", "by-hand", "--json").good()).contains("\"paused\":false");
        }

        @Test
        void theFormOfTheSpaceRefusesWhatIsNotAllowed_andEnqueuesWhatIs() {
            study("by-hand", "setup");
            browser.press("Enqueue …");
            browser.type("lr", "3");
            browser.press("Enqueue");
            awaitText("dialog .is-wrong", "out of range");
            browser.type("lr", "0.01");
            browser.type("layers", "5");
            browser.press("Enqueue");
            browser.await("!document.querySelector('dialog')");
            awaitText("#notices", "Enqueued as trial");
            assertThat(shells.run("trials", "by-hand", "--json").good()).contains("\"lr\":0.01,\"layers\":5", "\"origin\":\"enqueued\"");
        }

        @Test
        void aNoteAndTags_areWrittenOnTheStudyAndOnATrial_andShownWherePeopleLook() {
            study("done", "overview");
            browser.press("Note …");
            browser.type("Tags", "vision night, vision");
            browser.type("Note", HOSTILE);
            browser.press("Save");
            awaitText(".study-head .remarks", HOSTILE);
            browser.await("[...document.querySelectorAll('.study-head .tag')].map(tag => tag.textContent).join() === 'vision,night'");
            assertThat(shells.run("show", "done").good()).contains("[vision, night]");
            open("studies");
            awaitText(".study-row .tags", "night");
            study("done", "trial/3");
            browser.await("document.querySelector('.trial-head .actions button')");
            browser.eval("[...document.querySelectorAll('.trial-head button')].find(one => one.textContent === 'Note …').click()");
            browser.type("Tags", "look");
            browser.press("Save");
            awaitText(".trial-head .tag", "look");
            study("done", "trials");
            awaitText(".rows .tag", "look");
        }

        @Test
        void theBudgetAndTheSlotsChange_andCanBeChangedBack() {
            study("by-hand", "overview");
            browser.press("Budget …");
            browser.type("Trials", "77");
            browser.type("Slots", "3");
            browser.press("Change");
            awaitText("#notices", "Budget changed");
            assertThat(shells.run("events", "by-hand", "--json").good()).contains("\"trials\":77").contains("\"slots\":3");
        }

        @Test
        void failedTrialsAreQueuedAgain_andOneCanBeStopped() {
            study("done", "trial/5");
            browser.press("Retry");
            awaitText(".trial-head h2", "queued");
            browser.press("Stop");
            browser.press("Stop the trial");
            awaitText(".trial-head h2", "cancelled");
            assertThat(shells.run("trials", "done", "--where", "trial==5", "--json").good()).contains("cancelled");
            browser.press("Retry failed");
            awaitText("#notices", "queued again");
        }

        @Test
        void aStudyThatAnotherProcessRuns_isWatchedLiveAndStopped() throws IOException {
            var programs = new Programs(Files.createDirectory(folder.resolve("programs")));
            var tune = shells.tune("--name live --trials 50 --slots 2", programs.waiting());
            programs.awaitBegun(2, tune);
            study("live", "overview");
            awaitText(".study-head", "2 running");
            awaitText("main", "2 slots");
            browser.press("Stop");
            assertThat(text("dialog")).contains("2 running trials");
            browser.press("Stop the study");
            tune.end();
            awaitText(".study-head", "idle");
        }

        @Test
        void theBestConfigurationIsCopied() {
            study("done", "overview");
            browser.eval("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
            browser.press("flags");
            browser.await("window.copied.startsWith('--x=')");
            browser.press("Python");
            browser.await("window.copied.startsWith('{\"x\": ')");
        }

        @Test
        void anErrorOfTheServerIsShownWithWhatToDo() {
            study("done", "overview");
            browser.await("document.querySelector('.against')?.innerText");
            browser.eval("document.querySelector('.study-head').querySelectorAll('button').forEach(button => { button.hidden = false; })");
            browser.press("Stop");
            browser.press("Stop the study");
            browser.await("document.querySelector('.notice.is-error')");
            browser.press("Close");
            browser.await("!document.querySelector('.notice.is-error')");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("4"));
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
            open(address);
            browser.await("!document.querySelector('main').innerText.includes('Loading')");
            awaitCharts();
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
            open("");
            browser.eval("localStorage.clear()");
            open("");
            browser.press(theme);
            assertThat(browser.eval("document.documentElement.dataset.theme")).isEqualTo(theme.toLowerCase(Locale.ROOT));
            browser.eval("localStorage.clear()");
        }
    }

    @Test
    void whenTheServerIsGone_thePageSaysSinceWhen_andGoesOnWhenItIsBack() {
        var other = shells.start("serve", "--port", "0");
        Await.until("it listens", () -> other.out().contains("\n"), other::err);
        var address = other.out().strip();
        browser.open(address + "/#/study/by-hand/overview");
        browser.await("document.querySelector('.study-head h1')");
        other.kill();
        awaitText(".live", "reconnecting since");
        var back = shells.start("serve", "--port", address.substring(address.lastIndexOf(':') + 1));
        browser.await("document.querySelector('.live').innerText === 'live'");
        back.kill();
        browser.open(site);
        browser.await("document.querySelector('.study-row')");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("ERR_"));
    }
}
