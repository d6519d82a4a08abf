package dev.sextant.app.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.SampleStudies;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.model.value.Value;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>\u0000&\"";

    private static final Results MANY = SampleStudies.accuracyAndLatency(20_000);

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Results study(PlotKind kind, int trials) {
        return kind == PlotKind.FRONT || kind == PlotKind.HYPERVOLUME ? SampleStudies.accuracyAndLatency(trials) : SampleStudies.accuracy(trials);
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth()).flatMap(x -> IntStream.range(0, image.getHeight()).map(y -> image.getRGB(x, y))).distinct().limit(50).count();
    }

    @ParameterizedTest
    @EnumSource
    void isWellFormedXmlWithATitle_howeverFewTheTrials(PlotKind kind) throws Exception {
        for (int trials : new int[] {0, 1, 3, 100}) {
            var document = xml(Plot.of(study(kind, trials), kind).svg());
            assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
            assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 960 540");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAPngOfTwicePixels_withSomethingOnIt(PlotKind kind, @TempDir Path folder) throws IOException {
        var file = folder.resolve("plot.png");
        new Plot(study(kind, 60), kind, new PlotSize(640, 400)).write(file);
        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(colours(image)).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource
    void everyMarkLiesOnThePlane(PlotKind kind) {
        for (var size : List.of(PlotSize.STANDARD, new PlotSize(360, 640))) {
            for (var mark : new Plot(study(kind, 200), kind, size).scene().marks()) {
                assertThat(places(mark)).allSatisfy(place -> {
                    assertThat(place.x()).isBetween(0.0, (double) size.width());
                    assertThat(place.y()).isBetween(0.0, (double) size.height());
                });
            }
        }
    }

    private static List<Point> places(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> line.points();
            case Mark.Area area -> area.corners();
            case Mark.Sign sign -> List.of(sign.at());
            case Mark.Box box -> List.of(box.corner());
            case Mark.Label label -> List.of(label.at());
            case Mark.Upright upright -> List.of(upright.at());
        };
    }

    @ParameterizedTest
    @EnumSource
    void namesNeverBecomeMarkup(PlotKind kind) throws Exception {
        var words = new Choice(List.of(new Value.Text(HOSTILE), new Value.Text("b")));
        var spec = SampleStudies.spec("s", SearchSpace.of(Parameter.of("x".repeat(300), words)), new Objective(HOSTILE, Objective.Goal.MIN), SampleStudies.LATENCY);
        assertThat(xml(Plot.of(SampleStudies.of(spec, 30), kind).svg()).getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void staysSmallForManyTrials(PlotKind kind) {
        assertThat(Plot.of(MANY, kind).svg().length()).isLessThan(1_000_000);
    }

    /// A line that merely passed by would cross the axis at some value.
    @Test
    void anInactiveParameter_isPassedBelowItsAxis_atAPlaceThatIsNamed() {
        var marks = Plot.of(SampleStudies.accuracy(100), PlotKind.PARALLEL).scene().marks();
        var named = marks.stream().filter(m -> m instanceof Mark.Label label && label.text().equals("inactive")).toList();
        assertThat(named).hasSize(1);
        double bottom = ((Mark.Label) named.getFirst()).at().y() - 4;
        var lines = marks.stream().<Mark.Line>mapMulti((m, next) -> {
            if (m instanceof Mark.Line line && line.points().size() > 2) {
                next.accept(line);
            }
        }).toList();
        assertThat(lines.stream().map(l -> l.points().size()).distinct()).hasSize(1);
        assertThat(lines.stream().filter(l -> l.points().stream().anyMatch(p -> p.y() == bottom)).count()).isBetween(10L, 90L);
    }

    @Test
    void looksAsItDid() throws IOException {
        var svg = new Plot(SampleStudies.accuracy(5), PlotKind.HISTORY, new PlotSize(480, 320)).svg();
        try (var golden = PlotTest.class.getResourceAsStream("history.svg")) {
            assertThat(golden).as("golden file").isNotNull();
            assertThat(svg).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> Plot.of(SampleStudies.accuracy(3), PlotKind.FRONT).svg()).hasMessageContaining("has one objective");
        assertThatThrownBy(() -> Plot.of(SampleStudies.accuracy(3), PlotKind.HYPERVOLUME).svg()).hasMessageContaining("has one objective");
        assertThatThrownBy(() -> Plot.of(SampleStudies.accuracy(3), PlotKind.HISTORY).write(Path.of("plot.gif")))
                .hasMessageContaining("plot.gif").hasMessageContaining(".svg or .png");
        assertThatThrownBy(() -> new PlotSize(10, 400)).hasMessageContaining("10x400");
    }
}
