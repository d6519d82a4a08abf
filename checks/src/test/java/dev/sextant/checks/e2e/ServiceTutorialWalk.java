package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.browser.Browser;
import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/tutorials/service.md` to the letter: its commands as they stand there, in four terminals, and what it says to do on the
/// page in a browser. Run by `checks/walk-tutorial` alone, for it takes port 7700 and kills every server of this machine, as the tutorial does.
@Timeout(600)
class ServiceTutorialWalk {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final String PAGE = "http://127.0.0.1:7700";

    @TempDir
    private Path folder;

    private final List<Running> terminals = new ArrayList<>();

    @AfterEach
    void closeTheTerminals() throws IOException, InterruptedException {
        for (var terminal : terminals) {
            signal(terminal, "KILL");
        }
    }

    /// A terminal in which a command was typed.
    private Running type(String command) {
        try {
            return typed(command);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Running typed(String command) throws IOException {
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var shell = new ProcessBuilder("setsid", "env", "--default-signal=INT,TERM,HUP", "bash", "-c", "set -e\n" + command).directory(CHECKOUT.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        shell.environment().putAll(Map.of("SEXTANT_HOME", folder.resolve("home").toString(), "VIRTUAL_ENV", CHECKOUT.resolve("target/walk/venv").toString(),
                "PATH", CHECKOUT.resolve("target/walk/venv/bin") + ":" + System.getenv("PATH")));
        terminals.add(new Running(shell.start(), out, err));
        return terminals.getLast();
    }

    /// To all that runs in a terminal, as Ctrl-C does.
    private static void signal(Running terminal, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "--", "-" + terminal.process().pid()).start().waitFor();
    }

    private int complete() {
        return count(type("./sextant trials digits --json").end().good(), "\"state\":\"complete\"");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void itLeadsWhereItSays() throws IOException, InterruptedException {
        var commands = BLOCK.matcher(Files.readString(CHECKOUT.resolve("docs/tutorials/service.md"))).results().map(found -> found.group(1)).toList();
        assertThat(commands).hasSize(8);
        type(commands.get(0)).end().good();
        var server = type(commands.get(1));
        Await.until("the server listens", () -> server.out().contains(PAGE), server::err);
        var workers = List.of(type(commands.get(2)), type(commands.get(3)));
        try (var browser = Browser.start(folder)) {
            page(browser);
            var again = killed(commands, workers, browser);
            end(commands, workers, again);
        }
    }

    private static void awaitText(Browser browser, String selector, String part) {
        browser.await("(document.querySelector(%s)?.innerText ?? '').includes(%s)".formatted(Browser.quoted(selector), Browser.quoted(part)));
    }

    private void page(Browser browser) {
        browser.size(1280, 900);
        browser.open(PAGE);
        browser.await("document.querySelector('.study-row a')");
        browser.eval("document.querySelector('.study-row a').click()");
        awaitText(browser, ".study-head", "2 running");
        browser.await("/[4-9] complete/.test(document.querySelector('.study-head').innerText)");
        browser.await("document.querySelector('.canvas')?.dataset.drawn");
        awaitText(browser, "main", "2 slots");
        browser.eval("[...document.querySelectorAll('nav a')].find(one => one.textContent.trim() === 'Trials').click()");
        browser.type("Filter: which trials", "lr < 0.1 and state == complete");
        awaitText(browser, "#filter-note", " of ");
        browser.press("Pause");
        browser.await("!document.querySelector('.study-head').innerText.includes(' running')");
        awaitText(browser, ".study-head", "paused");
        browser.press("Resume");
        Await.until("the workers go on", () -> browser.eval("document.querySelector('.study-head').innerText").contains("2 running"));
    }

    private Running killed(List<String> commands, List<Running> workers, Browser browser) {
        type(commands.get(4)).end();
        workers.forEach(worker -> Await.until("a worker says that nobody answers", () -> worker.err().contains("does not answer"), worker::err));
        var again = type(commands.get(5));
        Await.until("the server listens again", () -> again.out().contains(PAGE), again::err);
        browser.await("document.querySelector('.live').innerText === 'live'");
        var said = type(commands.get(6)).end().good();
        assertThat(said.lines().toList().getLast()).as(said).satisfies(best -> assertThat(Double.parseDouble(best)).isBetween(0.0, 10.0));
        Await.until("the budget is used", () -> type("./sextant show digits --json").end().good().contains("\"complete\":40"));
        browser.open(PAGE);
        awaitText(browser, ".cards", "square");
        return again;
    }

    private void end(List<String> commands, List<Running> workers, Running server) throws IOException, InterruptedException {
        for (var one : List.of(workers.getFirst(), workers.getLast(), server)) {
            signal(one, "INT");
            assertThat(one.end().code()).as(one.err()).isIn(0, 130);
        }
        assertThat(type(commands.get(7)).end().good()).contains("accuracy", "lr");
        var events = type("./sextant events digits --json").end().good();
        assertThat(count(events, "\"event\":\"ended\"")).as("ends").isEqualTo(complete());
        assertThat(events).contains("\"hidden\":100").doesNotContain("\"event\":\"lost\"");
    }
}
