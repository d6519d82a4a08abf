package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.http.Route;
import dev.sextant.server.request.TestStudies;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is written about the routes is what there is, both ways.
class OpenApiTest {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static List<Route> routes() {
        var studies = new OpenStudies(new TestStudies());
        var workers = new Workers(studies, InstantSource.system());
        var about = new About("1", new Sessions(Optional.empty(), false), new Meters(studies, workers, _ -> {}), studies);
        var shown = new ShownStudies(studies, InstantSource.system());
        return Routes.of(studies, shown, workers, about, new Tokens(TestParts.tokens(), InstantSource.system())).stream().filter(OpenApiTest::isOfTheInterface).toList();
    }

    /// All but the files of the page.
    private static boolean isOfTheInterface(Route route) {
        return route.path().startsWith("/api/") || List.of("/health", "/ready", "/metrics").contains(route.path());
    }

    @Test
    void everyRouteOfTheInterface_isInTheContract_andNoOther() throws IOException {
        var written = new ArrayList<String>();
        for (var path : object(object(contract()).find("paths").orElseThrow().value()).members()) {
            object(path.value()).members().stream().map(Node.Member::name).filter(METHODS::contains)
                    .forEach(method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.name()));
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(
                routes().stream().map(r -> r.method() + " " + r.path()).toList());
    }

    @Test
    void everyRouteOfTheInterface_hasItsRowOnThePage() throws IOException {
        var rows = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\|").matcher(Files.readString(docs().resolve("http.md"))).results().map(r -> r.group(1)).toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(
                routes().stream().map(r -> r.method() + " " + r.path()).toList());
    }

    @Test
    void everyReference_leadsSomewhere() throws IOException {
        var text = Files.readString(docs().resolve("openapi.yaml"));
        var components = object(object(contract()).find("components").orElseThrow().value());
        var references = Pattern.compile("\"#/components/([A-Za-z]+)/([A-Za-z]+)\"").matcher(text).results().toList();
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(references).allMatch(r -> components.find(r.group(1)).flatMap(kind -> object(kind.value()).find(r.group(2))).isPresent());
    }

    private static Node.Obj object(Node node) {
        assertThat(node).isInstanceOf(Node.Obj.class);
        return (Node.Obj) node;
    }

    private static Node contract() throws IOException {
        var file = docs().resolve("openapi.yaml");
        return YamlReader.read(Source.file(file.toString(), Files.readString(file)));
    }

    private static Path docs() {
        var folder = Path.of("docs/reference");
        return Files.exists(folder) ? folder : Path.of("..").resolve(folder);
    }
}
