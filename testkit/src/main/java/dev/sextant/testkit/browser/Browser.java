package dev.sextant.testkit.browser;

import dev.sextant.testkit.process.Await;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A real browser without a window, Debian's chromium, that is driven through the protocol of its own tools: it looks,
/// clicks and types in one page, and tells what that page complained of and asked for.
public final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final HttpClient client;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Node.Obj>> open = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Browser(Process process, Path log) {
        this.process = process;
        this.client = HttpClient.newHttpClient();
        this.socket = client.newWebSocketBuilder().buildAsync(page(log), new Ears(this::hear)).join();
        List.of("Runtime", "Log", "Page", "Network").forEach(part -> say(part + ".enable", json -> {}));
    }

    /// Whether this machine has one.
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /// Starts one, with an empty page.
    ///
    /// @param folder for what it leaves behind
    public static Browser start(Path folder) {
        try {
            var log = folder.resolve("chromium.log");
            var process = new ProcessBuilder(PROGRAM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                    "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-port=0",
                    "--user-data-dir=" + Files.createTempDirectory(folder, "profile"), "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(log.toFile()).start();
            return new Browser(process, log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Where the tools of its one page listen; the browser says on which port.
    private URI page(Path log) {
        var port = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)/");
        var found = new String[1];
        Await.until("chromium listens", () -> {
            var said = port.matcher(read(log));
            found[0] = said.find() ? said.group(1) : "";
            return !found[0].isEmpty();
        }, () -> read(log));
        var pages = read("http://127.0.0.1:%s/json".formatted(found[0]));
        var address = Pattern.compile("\"type\": \"page\".*?\"webSocketDebuggerUrl\": \"([^\"]+)\"", Pattern.DOTALL).matcher(pages);
        if (!address.find()) {
            throw new AssertionError("chromium has no page: " + pages);
        }
        return URI.create(address.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String read(String address) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(address)).build(),
                BodyHandlers.ofString()).join().body();
    }

    private void hear(String text) {
        var message = (Node.Obj) JsonReader.read(Source.file("chromium", text));
        if (message.find("id").isPresent()) {
            open.remove(Integer.parseInt(text(message, "id"))).complete(message);
            return;
        }
        switch (text(message, "method")) {
            case "Runtime.exceptionThrown" -> complaints.add(text);
            case "Runtime.consoleAPICalled" -> note(text, text.contains("\"type\":\"error\"") || text.contains("\"type\":\"warning\""));
            case "Log.entryAdded" -> note(text, text.contains("\"level\":\"error\""));
            case "Network.requestWillBeSent" -> requests.add(text(at(at(message, "params"), "request"), "url"));
            default -> {}
        }
    }

    private void note(String text, boolean isComplaint) {
        if (isComplaint) {
            complaints.add(text);
        }
    }

    private static Node.Obj at(Node.Obj object, String name) {
        return (Node.Obj) object.find(name).orElseThrow().value();
    }

    private static String text(Node.Obj object, String name) {
        return switch (object.find(name).orElseThrow().value()) {
            case Node.Text(String text, _) -> text;
            case Node other -> JsonWriter.write(other);
        };
    }

    private Node.Obj say(String method, Consumer<JsonWriter> parameters) {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<Node.Obj>();
        open.put(number, answer);
        var json = new JsonWriter().startObject().name("id").whole(number).name("method").text(method).name("params").startObject();
        parameters.accept(json);
        var line = json.endObject().endObject().finish();
        synchronized (socket) {
            socket.sendText(line, true).join();
        }
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Goes to an address as if the browser had just been opened.
    public void open(String address) {
        say("Page.navigate", json -> json.name("url").text("about:blank"));
        say("Page.navigate", json -> json.name("url").text(address));
    }

    /// The size of the window.
    public void size(int width, int height) {
        say("Emulation.setDeviceMetricsOverride", json -> json.name("width").whole(width).name("height").whole(height)
                .name("deviceScaleFactor").whole(1).name("mobile").flag(false));
    }

    /// What the system prefers: `light` or `dark`.
    public void theme(String theme) {
        say("Emulation.setEmulatedMedia", json -> json.name("features").startList().startObject()
                .name("name").text("prefers-color-scheme").name("value").text(theme).endObject().endList());
    }

    /// Keeps addresses from being fetched, `*` stands for any text; none any more without patterns.
    public void block(String... patterns) {
        say("Network.setBlockedURLs", json -> json.name("urls").texts(List.of(patterns)));
    }

    /// What an expression of the page's language amounts to, as text; a promise is awaited.
    public String eval(String expression) {
        var answer = at(say("Runtime.evaluate", json -> json.name("expression").text(expression).name("awaitPromise").flag(true)
                .name("returnByValue").flag(true).name("userGesture").flag(true)), "result");
        if (answer.find("exceptionDetails").isPresent()) {
            throw new AssertionError("%s%n%s".formatted(expression, JsonWriter.write(at(answer, "exceptionDetails"))));
        }
        var value = at(answer, "result");
        return value.find("value").isPresent() ? text(value, "value") : "";
    }

    /// Waits until an expression is true.
    public void await(String expression) {
        var wrapped = "(() => { try { return Boolean(%s); } catch { return false; } })()".formatted(expression);
        Await.until(expression, () -> eval(wrapped).equals("true"), () -> complaints + "\n" + eval("document.body.innerText.slice(0, 3000)"));
    }

    /// Presses the button with a label, once it is there.
    public void press(String label) {
        var button = "[...document.querySelectorAll('button, a.button, summary')].filter(one => one.offsetParent).find(one => one.textContent.trim() === %s || one.getAttribute('aria-label') === %s)"
                .formatted(quoted(label), quoted(label));
        await(button);
        eval(button + ".click()");
    }

    /// Types a text into the input with a label, in place of what is there.
    public void type(String label, String text) {
        var input = "(document.querySelector(':is(input, select, textarea)[aria-label=' + CSS.escape(%s) + ']') ?? [...document.querySelectorAll('label')].filter(one => one.textContent.trim() === %s).map(one => document.getElementById(one.htmlFor))[0])"
                .formatted(quoted(label), quoted(label));
        await(input);
        eval("(() => { const input = %s; input.value = %s; input.dispatchEvent(new Event('input', { bubbles: true })); input.dispatchEvent(new Event('change', { bubbles: true })); })()"
                .formatted(input, quoted(text)));
    }

    /// Presses a key where the focus is.
    public void key(String key) {
        for (var kind : List.of("keyDown", "keyUp")) {
            say("Input.dispatchKeyEvent", json -> {
                json.name("type").text(kind).name("key").text(key);
                if (key.equals("Enter")) {
                    json.name("text").text("\r").name("windowsVirtualKeyCode").whole(13);
                } else if (key.length() == 1) {
                    json.name("text").text(kind.equals("keyDown") ? key : "");
                }
            });
        }
    }

    /// Draws with the mouse from one point of the window to another.
    public void drag(int fromX, int fromY, int toX, int toY) {
        mouse("mouseMoved", fromX, fromY);
        mouse("mousePressed", fromX, fromY);
        mouse("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2);
        mouse("mouseMoved", toX, toY);
        mouse("mouseReleased", toX, toY);
    }

    private void mouse(String kind, int x, int y) {
        say("Input.dispatchMouseEvent", json -> json.name("type").text(kind).name("x").whole(x).name("y").whole(y)
                .name("button").text(kind.equals("mouseMoved") ? "none" : "left").name("buttons").whole(kind.equals("mouseReleased") ? 0 : 1).name("clickCount").whole(1));
    }

    /// A text as a literal of the page's language.
    public static String quoted(String text) {
        var json = new JsonWriter().startList().text(text).endList().finish();
        return json.substring(1, json.length() - 1);
    }

    /// What the page wrote on the console, and what went wrong in it, since it was asked last.
    public List<String> complaints() {
        var all = new ArrayList<>(complaints);
        complaints.clear();
        return all;
    }

    /// The addresses of all that was asked for.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// What is seen, as PNG.
    public void picture(Path file) {
        var picture = at(say("Page.captureScreenshot", json -> json.name("format").text("png")), "result");
        try {
            Files.write(file, Base64.getDecoder().decode(text(picture, "data")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Puts messages together that come in parts.
    private static final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final Consumer<String> hearer;

        Ears(Consumer<String> hearer) {
            this.hearer = hearer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var whole = text.toString();
                text.setLength(0);
                hearer.accept(whole);
            }
            socket.request(1);
            return CompletableFuture.completedStage(part);
        }
    }
}
