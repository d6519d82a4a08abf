package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.browser.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/// The page in a real browser, served by a real server: every button by its effect.
@Timeout(300)
@EnabledIf(value = "dev.sextant.testkit.browser.Browser#isThere", disabledReason = "needs /usr/bin/chromium")
class PageButtonsTest extends OnThePage {
    private static final Path PAGE = Path.of("..", "server/src/main/resources/dev/sextant/server/page");
    private static final Path TESTS = Path.of("src/test/java/dev/sextant/checks/e2e");
    /// The label of a button in the sources of the page; of one with a sign for a label, the words that a screen reader says.
    private static final Pattern BUTTON = Pattern.compile("\\b(?:button|act)\\('([A-Z][^']*|flags)'|button\\('✕'.*?'aria-label': '([^']+)'|type: 'submit', class: 'primary' }, '([^']+)'");

    /// Sends a request as a program beside the page would.
    private static void post(String path, String body) {
        assertThat(browser.eval("fetch('/api/v1/%s', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: %s }).then(answer => answer.status)"
                .formatted(path, Browser.quoted(body)))).as(path).startsWith("20");
    }

    private static void create(String study) {
        post("studies", """
                {"study":"%s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"seed":1}""".formatted(study));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(folder, "nobody");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Does something on the page of another server.
    private static void elsewhere(Shells shells, Runnable act, String... flags) {
        var server = shells.start(Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(flags)).toArray(String[]::new));
        try {
            browser.open(PageSite.addressOf(server));
            act.run();
            browser.open("about:blank");
        } finally {
            server.kill();
        }
    }

    @Test
    void eachButtonOfThePageIsPressed() throws IOException {
        var labels = new TreeSet<String>();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                BUTTON.matcher(Files.readString(file)).results().forEach(found ->
                        labels.add(Stream.of(1, 2, 3).map(found::group).filter(label -> label != null).findFirst().orElseThrow()));
            }
        }
        var pressed = Files.readString(TESTS.resolve("PageTest.java")) + Files.readString(TESTS.resolve("PageButtonsTest.java"));
        assertThat(labels).hasSizeGreaterThan(25).allMatch(label -> Stream.of("press", "copied", "saved").anyMatch(how -> pressed.contains("%s(\"%s\"".formatted(how, label))));
    }

    @Test
    void pauseHoldsTheStudy_andResumeLetsItGoOn() {
        site.study("by-hand", "overview");
        browser.press("Pause");
        site.awaitText(".study-head", "paused");
        assertThat(site.shells().run("show", "by-hand", "--json").good()).contains("\"paused\":true");
        browser.press("Resume");
        browser.await("!document.querySelector('.study-head').innerText.includes('paused')");
        browser.press("Pause");
        site.awaitText(".study-head", "paused");
        browser.press("Undo");
        browser.await("!document.querySelector('.study-head').innerText.includes('paused')");
        assertThat(site.shells().run("show", "by-hand", "--json").good()).contains("\"paused\":false");
    }

    @Test
    void theFormOfTheSpaceRefusesWhatIsNotAllowed_andEnqueuesWhatIs() {
        site.study("by-hand", "setup");
        browser.press("Enqueue …");
        browser.type("lr", "3");
        browser.press("Enqueue");
        site.awaitText("dialog .is-wrong", "out of range");
        browser.type("lr", "0.01");
        browser.type("layers", "5");
        browser.press("Enqueue");
        browser.await("!document.querySelector('dialog')");
        site.awaitText("#notices", "Enqueued as trial");
        assertThat(site.shells().run("trials", "by-hand", "--json").good()).contains("\"lr\":0.01,\"layers\":5", "\"origin\":\"enqueued\"");
    }

    @Test
    void aNoteAndTags_areWrittenOnTheStudyAndOnATrial_andShownWherePeopleLook() {
        site.study("done", "overview");
        browser.press("Note …");
        browser.type("Tags", "vision night, vision");
        browser.type("Note", PageSite.HOSTILE);
        browser.press("Save");
        site.awaitText(".study-head .remarks", PageSite.HOSTILE);
        browser.await("[...document.querySelectorAll('.study-head .tag')].map(tag => tag.textContent).join() === 'vision,night'");
        assertThat(site.shells().run("show", "done").good()).contains("[vision, night]");
        site.open("studies");
        site.awaitText(".study-row .tags", "night");
        browser.type("Search studies", "visi");
        browser.await("[...document.querySelectorAll('.study-row .study-name a')].map(link => link.textContent).join() === 'done'");
        site.study("done", "trial/3");
        browser.await("document.querySelector('.trial-head .actions button')");
        browser.eval("[...document.querySelectorAll('.trial-head button')].find(one => one.textContent === 'Note …').click()");
        browser.type("Tags", "look");
        browser.press("Save");
        site.awaitText(".trial-head .tag", "look");
        site.study("done", "trials");
        site.awaitText(".rows .tag", "look");
    }

    private static String lastChange(String study) {
        return site.shells().run("events", study, "--json").good().lines().filter(line -> line.contains("\"event\":\"changed\"")).toList().getLast();
    }

    @Test
    void theBudgetAndTheSlotsChange_andCanBeChangedBack() {
        site.study("by-hand", "overview");
        browser.press("Budget …");
        browser.type("Trials", "77");
        browser.type("Slots", "3");
        browser.press("Change");
        site.awaitText("#notices", "Budget changed");
        assertThat(lastChange("by-hand")).contains("\"trials\":77", "\"slots\":3");
        browser.press("Undo");
        site.awaitText("#notices", "Changed back");
        assertThat(lastChange("by-hand")).contains("\"trials\":\"off\"").doesNotContain("slots");
        site.study("by-hand", "setup");
        browser.press("Budget and slots …");
        browser.press("Cancel");
    }

    @Test
    void failedTrialsAreQueuedAgain_andOneCanBeStopped() {
        site.study("done", "trial/5");
        browser.press("Retry");
        site.awaitText(".trial-head h2", "queued");
        browser.press("Stop");
        browser.press("Stop the trial");
        site.awaitText(".trial-head h2", "cancelled");
        assertThat(site.shells().run("trials", "done", "--where", "trial==5", "--json").good()).contains("cancelled");
        browser.press("Retry failed");
        site.awaitText("#notices", "queued again");
    }

    @Test
    void aStudyThatAnotherProcessRuns_isWatchedLiveAndStopped() throws IOException {
        var programs = new Programs(Files.createDirectory(folder.resolve("programs")));
        var tune = site.shells().tune("--name live --trials 50 --slots 2", programs.waiting());
        programs.awaitBegun(2, tune);
        site.study("live", "overview");
        site.awaitText(".study-head", "2 running");
        site.awaitText("main", "2 slots");
        browser.press("Stop");
        assertThat(site.text("dialog")).contains("2 running trials");
        browser.press("Stop the study");
        tune.end();
        site.awaitText(".study-head", "idle");
    }

    @Test
    void anErrorOfTheServerIsShownWithWhatToDo() {
        site.study("done", "overview");
        browser.await("document.querySelector('.against')?.innerText");
        browser.eval("document.querySelector('.study-head').querySelectorAll('button').forEach(button => { button.hidden = false; })");
        browser.press("Stop");
        browser.press("Stop the study");
        browser.await("document.querySelector('.notice.is-error')");
        browser.press("Close");
        browser.await("!document.querySelector('.notice.is-error')");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("4"));
    }

    @Nested
    class Copying {
        private void copied(String button, String text) {
            browser.eval("window.copied = ''; navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
            browser.press(button);
            browser.await("window.copied.startsWith(%s)".formatted(Browser.quoted(text)));
        }

        @Test
        void theBestConfigurationIsCopied_wholeOrAParameterOfIt() {
            site.study("done", "overview");
            copied("flags", "--x=");
            copied("YAML", "x: ");
            copied("Python", "{\"x\": ");
            browser.eval("window.copied = ''; document.querySelector('.chip').click()");
            browser.await("window.copied.startsWith('--x=')");
        }

        @Test
        void soAreTheConfigurationOfATrial_andTheStudyAsAFile() {
            site.study("done", "trial/3");
            copied("Copy as flags", "--x=");
            site.study("done", "setup");
            copied("Copy", "study: done");
        }

        @Test
        void withoutAStudyACommandIsOffered() {
            elsewhere(new Shells(emptyFolder()), () -> copied("Copy", "sextant tune -p lr="));
        }
    }

    @Nested
    class OfATrial {
        @Test
        void aRunningTrialIsPutAside_andResumed() {
            site.open("");
            create("aside");
            post("studies/aside/ask", "{}");
            site.study("aside", "trial/0");
            browser.press("Put aside");
            site.awaitText(".trial-head h2", "paused");
            browser.press("Undo");
            site.awaitText(".trial-head h2", "queued");
            post("studies/aside/ask", "{}");
            site.awaitText(".trial-head h2", "running");
            browser.press("Put aside");
            site.awaitText(".trial-head h2", "paused");
            browser.eval("[...document.querySelectorAll('.trial-head button')].find(one => one.textContent === 'Resume').click()");
            site.awaitText(".trial-head h2", "queued");
        }

        @Test
        void aNeighbourIsEnqueued_orNot() {
            site.open("");
            create("neighbours");
            post("studies/neighbours/ask", "{}");
            site.study("neighbours", "trial/0");
            browser.press("Enqueue a neighbour …");
            browser.type("x", "0.75");
            browser.press("Cancel");
            browser.await("!document.querySelector('dialog')");
            browser.press("Enqueue a neighbour …");
            browser.press("Close");
            browser.await("!document.querySelector('dialog')");
            browser.press("Enqueue a neighbour …");
            browser.type("x", "0.125");
            browser.press("Enqueue");
            site.awaitText("#notices", "Enqueued as trial 1");
            browser.eval("document.querySelector('#notices').querySelectorAll('.notice:not(:last-child)').forEach(one => one.remove())");
            browser.press("Undo");
            site.awaitText("#notices", "Taken back");
            assertThat(site.shells().run("trials", "neighbours", "--where", "trial==1", "--json").good()).contains("\"x\":0.125", "cancelled");
        }

        @Test
        void oneOfThreeIsLeftOutOfTheComparison() {
            site.study("done", "compare?trials=0,1,2");
            browser.press("Leave out trial 1");
            browser.await("[...document.querySelectorAll('table.compare thead a')].map(one => one.textContent).join() === 'trial 0,trial 2'");
        }
    }

    @Nested
    class OfALongList {
        @Test
        void olderEventsAreShown_andNewOnesWhenTheyAreWanted() {
            site.study("done", "events");
            browser.await("document.querySelectorAll('.events li').length >= 100");
            browser.press("Older");
            browser.await("[...document.querySelectorAll('.events li')].at(-1).value < [...document.querySelectorAll('.events li')].at(0).value - 150");
            post("studies/done/trials/2/note", "{\"note\":\"seen\"}");
            pressNews();
            site.awaitText(".events li", "noted");
        }

        @Test
        void newTrialsAreShownWhenTheyAreWanted_andAFilterIsCleared() {
            site.open("");
            create("news");
            post("studies/news/ask", "{}");
            site.study("news", "trials");
            browser.await("document.querySelectorAll('.rows .row').length === 1");
            post("studies/news/ask", "{\"count\":3}");
            pressNews();
            browser.await("document.querySelectorAll('.rows .row').length === 4");
            browser.type("Filter: which trials", "trial == 2");
            browser.await("document.querySelectorAll('.rows .row').length === 1");
            browser.press("Clear");
            browser.await("document.querySelectorAll('.rows .row').length === 4");
        }

        private void pressNews() {
            browser.await("[...document.querySelectorAll('.news')].some(one => !one.hidden && one.textContent.includes('new'))");
            browser.eval("[...document.querySelectorAll('.news')].find(one => !one.hidden).click()");
        }

        @Test
        void studiesBeyondTheFirstFiftyAreShownWhenTheyAreWanted() {
            elsewhere(new Shells(emptyFolder()), () -> {
                for (int i = 0; i < 52; i++) {
                    create("study%02d".formatted(i));
                }
                browser.await("document.querySelectorAll('.study-row').length === 50");
                browser.press("More");
                browser.await("document.querySelectorAll('.study-row').length === 52");
            });
        }
    }

    @Nested
    class OfACard {
        @Test
        void aPartOfAChartIsLookedAt_andAllOfItAgain() {
            site.study("done", "overview");
            site.awaitCharts();
            var span = "(span => span[1] - span[0])(echarts.getInstanceByDom(document.querySelector('.canvas')).getModel().getComponent('xAxis').axis.scale.getExtent())";
            double all = Double.parseDouble(browser.eval(span));
            browser.eval("document.querySelector('.canvas').scrollIntoView({ block: 'center' })");
            browser.eval("document.querySelector('details.menu').open = true");
            browser.press("Zoom: draw a box");
            int x = (int) Double.parseDouble(browser.eval("document.querySelector('.canvas').getBoundingClientRect().x"));
            int y = (int) Double.parseDouble(browser.eval("document.querySelector('.canvas').getBoundingClientRect().y"));
            browser.drag(x + 100, y + 60, x + 200, y + 160);
            browser.await(span + " < " + all / 2);
            browser.eval("document.querySelector('details.menu').open = true");
            browser.press("Reset");
            browser.await(span + " === " + browser.eval(String.valueOf(all)));
        }

        @Test
        void importanceIsMeasuredAgain() {
            site.study("done", "understand");
            browser.await("document.querySelector('table.shares')");
            browser.eval("document.querySelector('table.shares').remove()");
            browser.press("Again");
            browser.await("document.querySelector('table.shares')");
        }

        @Test
        void importanceIsMeasured_onceThereIsEnoughToMeasure() {
            site.open("");
            create("growing");
            site.study("growing", "overview");
            site.awaitText(".grid", "at least 4 complete trials");
            for (int trial = 0; trial < 6; trial++) {
                post("studies/growing/ask", "{}");
                post("studies/growing/tell", "{\"trial\":%d,\"values\":{\"loss\":0.%d}}".formatted(trial, trial));
            }
            browser.await("document.querySelector('table.shares')");
        }

        @Test
        void theSearchIsAlsoAButton() {
            site.study("done", "overview");
            browser.press("Search");
            browser.await("document.activeElement.getAttribute('role') === 'combobox'");
        }
    }

    @Test
    void aServerThatAsksForATokenGetsIt_andAWrongOneIsRefused() {
        var token = site.shells().run("token", "create", "page", "--role", "read").good().strip();
        elsewhere(site.shells(), () -> {
            browser.type("Token", "sxt_wrong");
            browser.press("Go on");
            browser.await("document.querySelector('dialog .wrong').textContent !== ''");
            browser.type("Token", token);
            browser.press("Go on");
            browser.await("document.querySelectorAll('.study-row').length >= 2");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("401"));
        }, "--tokens");
    }
}
