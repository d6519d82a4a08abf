package dev.sextant.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sextant.model.study.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputsTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aStudyFolder() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        for (var name : List.of("home/data/d.txt", "home/data.txt", "home/sub/stdout", "d.txt", "other/data.txt")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void anInputKeepsItsPlace_andOneFromOutsideItsName() {
        assertThat(inputs(true, "data/d.txt", "../d.txt", "sub").links()).extracting(link -> link.place().toString()).containsExactly("data/d.txt", "d.txt", "sub");
    }

    @Test
    void aFolderThatHoldsTheStudy_isAnInputByItsName() {
        assertThat(inputs(true, "..").links()).extracting(link -> link.place().toString()).containsExactly(folder.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdout", "stderr", "stdout.tail", "stdout.tail.1", "stderr.tail.7", "params.json", "result.json", "checkpoint", "checkpoint/best.pt"})
    void aPlaceOfSextantsOwn_isRefused(String input) throws IOException {
        Files.createDirectories(home.resolve(input).getParent());
        Files.writeString(home.resolve(input), "precious");
        assertThatIllegalArgumentException().isThrownBy(() -> inputs(true, input))
                .withMessageContaining("inputs: '%s' would be '%s' in the run folder, where Sextant itself keeps".formatted(input, input));
        assertThat(inputs(false, input).links()).isEmpty();
    }

    @Test
    void suchANameFurtherDown_isNobodysPlace() {
        assertThat(inputs(true, "sub/stdout").links()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "data.txt|../other/data.txt|'data.txt' and '../other/data.txt' would both be 'data.txt' in the run folder",
        "data.txt|./data.txt|List it once",
        "data|data/d.txt|'data/d.txt' lies in 'data'",
        "data/d.txt|data|'data/d.txt' lies in 'data'"})
    void twoInputsInEachOthersWay_areRefused(String one, String other, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> inputs(true, one, other)).withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "../home", "/"})
    void aWholeFolder_isRefused(String input) {
        assertThatIllegalArgumentException().isThrownBy(() -> inputs(true, input)).withMessageContaining("which cannot be put into the run folder");
    }

    private Inputs inputs(boolean inRunFolder, String... given) {
        return Inputs.of(new Program(List.of("true"), new LinkedHashMap<>(), Optional.empty(), Program.Take.LAST, List.of(given), new LinkedHashMap<>(),
                home.toString(), home.toString(), inRunFolder));
    }
}
