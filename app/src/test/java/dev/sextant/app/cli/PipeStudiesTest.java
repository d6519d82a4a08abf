package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.store.home.Access;
import dev.sextant.store.home.Home;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.tree.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipeStudiesTest {
    @TempDir
    private Path folder;

    @Test
    void aStudyWhoseOpeningFailed_isNotHeld_andFailsTheSameWayAgain() {
        var home = new Home(folder, Access.standard());
        var spec = new StudySpec("s", SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR))), List.of(new Objective("loss", Objective.Goal.MIN)),
                List.of(), StrategySpec.of("elsewhere"), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
        home.create(spec, Settings.BY_HAND, List.of()).close();
        var studies = studies(home, NamedFiles.all(folder));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> studies.open("s")).hasMessageContaining("There is no strategy 'elsewhere'");
            assertThat(home.holder("s")).isEmpty();
        }
    }

    private PipeStudies studies(Home home, NamedFiles files) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new PipeStudies(home, new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), folder, Console.Terminals.NONE), files);
    }

    private void create(NamedFiles files, String name, String more) {
        var draft = StudyDraft.json(Source.file("body", "{\"study\":\"%s\",\"space\":{\"x\":{\"real\":[0,1]}},%s}".formatted(name, more)));
        studies(new Home(folder.resolve("home"), Access.standard()), files).create(draft, Place.HOME, Stored.CONTINUE).close();
    }

    private static String points(Path file) {
        return "\"strategy\":{\"list\":\"%s\"}".formatted(file);
    }

    private static String inputs(Path file) {
        return "\"command\":[\"true\"],\"inputs\":[\"%s\"]".formatted(file);
    }

    @Test
    void whereNoFolderIsOpened_aStudyNamesNoFile_andIsToldNothingOfOne() throws IOException {
        var file = Files.writeString(folder.resolve("passwords"), "root: 1234");
        for (var more : List.of(points(file), inputs(file), points(Path.of("passwords")), points(folder.resolve("none")))) {
            assertThatThrownBy(() -> create(NamedFiles.none(folder), "s", more)).isInstanceOf(RequestRefusedException.class)
                    .hasMessageStartingWith("A study that is made over HTTP may not name a file of the server's machine, such as '").hasMessageNotContaining("1234");
        }
        assertThat(folder.resolve("home/studies/s")).doesNotExist();
    }

    @Test
    void whereAFolderIsOpened_aStudyNamesItsFilesOnly() throws IOException {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.writeString(open.resolve("points.csv"), "x\n0.5\n");
        var outside = Files.writeString(folder.resolve("points.csv"), "x\n0.5\n");
        var files = NamedFiles.in(open);
        create(files, "a", points(Path.of("points.csv")));
        create(files, "b", points(open.resolve("points.csv")));
        create(files, "c", inputs(Path.of("points.csv")));
        for (var more : List.of(points(outside), inputs(outside), points(Path.of("../points.csv")), inputs(Path.of("..")), inputs(Path.of("../open2")))) {
            assertThatThrownBy(() -> create(files, "d", more)).hasMessageContaining("may name files in %s only, not '".formatted(open));
        }
        assertThatThrownBy(() -> create(files, "d", "\"strategy\":{\"list\":\"\\u0000\"}")).hasMessageContaining("is no name of a file");
    }

    @Test
    void aPipeNamesAnyFile() throws IOException {
        create(NamedFiles.all(folder), "a", points(Files.writeString(folder.resolve("points.csv"), "x\n0.5\n")));
        create(NamedFiles.all(folder), "b", inputs(Path.of("../..")));
    }
}
