package dev.sextant.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private static final Identity ANN = new Identity("ann", Role.SUBMIT, List.of("team-*", "lenet"));

    @TempDir
    private Path folder;
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    private TokenFile file() {
        return new TokenFile(folder.resolve("home/tokens.json"), () -> now);
    }

    @Test
    void aToken_opensTheDoor_alsoForTheNextProcess() {
        var token = file().add(ANN, Optional.empty());
        assertThat(file().holder(token)).contains(ANN);
        assertThat(file().holder(token + "x")).isEmpty();
        assertThat(file().holder("")).isEmpty();
    }

    @Test
    void theFile_holdsNoToken_andIsReadByItsUserOnly() throws Exception {
        var token = file().add(ANN, Optional.empty());
        var written = folder.resolve("home/tokens.json");
        assertThat(Files.readString(written)).contains("\"ann\"", Token.digest(token)).doesNotContain(token, token.substring(4));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written))).isEqualTo("rw-------");
    }

    @Test
    void anExpiredToken_opensNothing() {
        var token = file().add(ANN, Optional.of(now.plus(Duration.ofDays(1))));
        now = now.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(file().holder(token)).contains(ANN);
        now = now.plusMillis(1);
        assertThat(file().holder(token)).isEmpty();
    }

    @Test
    void aRevokedToken_opensNothing_andItsNameIsFreeAgain() {
        var token = file().add(ANN, Optional.empty());
        assertThatThrownBy(() -> file().add(ANN, Optional.empty())).hasMessageContaining("There is a token 'ann' already").hasMessageContaining("token revoke ann");
        assertThat(file().remove("ann")).isTrue();
        assertThat(file().remove("ann")).isFalse();
        assertThat(file().holder(token)).isEmpty();
        assertThat(file().add(ANN, Optional.empty())).isNotEqualTo(token);
    }

    @Test
    void tokensAreAllDifferent_andLong() {
        var tokens = List.of(Token.draw(), Token.draw(), Token.draw());
        assertThat(tokens).doesNotHaveDuplicates().allMatch(t -> t.matches("sxt_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void aScope_isNames_andBeginningsOfNames() {
        assertThat(List.of("lenet", "team-a", "team-")).allMatch(ANN::sees);
        assertThat(List.of("lenet2", "team", "a-team-b", "")).noneMatch(ANN::sees);
        assertThat(Identity.LOCAL.sees("anything")).isTrue();
    }

    @Test
    void aDamagedFile_isNamed_withThePlace() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/tokens.json"), "{\"tokens\":[{\"name\":\"a\",\"role\":\"king\"}]}");
        assertThatThrownBy(() -> file().tokens()).hasMessageContaining("tokens.json:1:").hasMessageContaining("king");
    }
}
