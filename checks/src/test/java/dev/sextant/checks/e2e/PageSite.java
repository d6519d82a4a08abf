package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.browser.Browser;
import dev.sextant.testkit.process.Await;
import java.nio.file.Path;

/// A server with two studies, one that is done and one that nobody runs, and a browser that looks at its page.
final class PageSite implements AutoCloseable {
    static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

    /// A PNG of one point.
    private static final String DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Shells shells;
    private final Running server;
    private final Browser browser;
    private final String address;

    PageSite(Path folder) {
        shells = new Shells(folder);
        shells.tune("--name done --trials 24 --slots 4 --record cost --artifact plots/ --artifact a*", script()).end().good();
        shells.run("create", "--name", "by-hand", "-p", "lr=1e-5..1e-1:log@1e-3", "-p", "layers=1..6", "-p", "act=relu,tanh",
                "-p", "degree=2..4 if act==relu", "--metric", "loss:min", "--metric", "cost:min").good();
        server = shells.start("serve", "--port", "0");
        address = addressOf(server);
        browser = Browser.start(folder);
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

    /// Where a server listens, once it does.
    static String addressOf(Running server) {
        Await.until("the server listens", () -> server.out().contains("\n"), server::err);
        return server.out().strip() + "/";
    }

    Shells shells() {
        return shells;
    }

    Browser browser() {
        return browser;
    }

    String address() {
        return address;
    }

    /// A window of the usual size, in which nothing was complained of yet.
    void look() {
        browser.complaints();
        browser.size(1280, 900);
        browser.theme("light");
    }

    /// Whatever was done: the page had nothing to complain of, and asked nobody but its own server.
    void allIsWell() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(asked -> asked.startsWith("http://127.0.0.1:") || asked.startsWith("about:")
                || asked.startsWith("blob:http://127.0.0.1:") || asked.startsWith("data:"));
        assertThat(browser.eval("document.title")).doesNotContain("owned");
    }

    void open(String view) {
        browser.open(address + "#/" + view);
        browser.await("document.documentElement.dataset.ready");
    }

    void study(String name, String view) {
        open("study/" + name + "/" + view);
        browser.await("document.querySelector('.study-head h1')");
    }

    String text(String selector) {
        return browser.eval("document.querySelector(%s)?.innerText ?? ''".formatted(Browser.quoted(selector)));
    }

    void awaitText(String selector, String part) {
        browser.await("(document.querySelector(%s)?.innerText ?? '').includes(%s)".formatted(Browser.quoted(selector), Browser.quoted(part)));
    }

    /// Waits until every chart near the screen is drawn.
    void awaitCharts() {
        browser.await("[...document.querySelectorAll('.canvas')].filter(one => one.offsetParent && one.getBoundingClientRect().top < innerHeight).every(one => one.dataset.drawn)");
    }

    @Override
    public void close() {
        browser.close();
        server.kill();
    }
}
