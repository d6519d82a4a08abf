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
import dev.sextant.store.home.Access;
import dev.sextant.store.home.Home;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var studies = new PipeStudies(home, new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), folder, Console.Terminals.NONE));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> studies.open("s")).hasMessageContaining("There is no strategy 'elsewhere'");
            assertThat(home.holder("s")).isEmpty();
        }
    }
}
