package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresAddressTest {
    private static PostgresAddress parse(String text, Map<String, String> variables) {
        return PostgresAddress.parse(text, name -> Optional.ofNullable(variables.get(name)));
    }

    @Test
    void hasAllPartsThatAreStated() {
        var address = parse("postgresql://me%40home:a%2Fb+c@db.example:5433/studies?sslmode=verify-full", Map.of("PGUSER", "other"));

        assertThat(address).isEqualTo(new PostgresAddress("db.example", 5433, "studies", "me@home", Optional.of("a/b+c"), Map.of("sslmode", "verify-full")));
    }

    @Test
    void takesWhatIsNotStatedFromTheEnvironment() {
        assertThat(parse("postgres://db/studies", Map.of("PGUSER", "me", "PGPASSWORD", "p")))
                .isEqualTo(new PostgresAddress("db", 5432, "studies", "me", Optional.of("p"), Map.of()));
        assertThat(parse("postgresql://me@[::1]/studies", Map.of()).host()).isEqualTo("::1");
    }

    @Test
    void isShownWithoutItsPassword() {
        assertThat(parse("postgresql://me:secret@db:5433/studies", Map.of())).hasToString("postgresql://me@db:5433/studies");
        assertThat(parse("postgresql://me@[::1]/studies", Map.of())).hasToString("postgresql://me@[::1]/studies");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mysql://db/x | does not begin with postgresql://",
        "postgresql:// | Expected authority",
        "postgresql://me@db | names no database",
        "postgresql://me@db/ | names no database",
        "postgresql:///x | names no host",
        "postgresql://db/x | names no user",
        "postgresql://me@db:port/x | names no host",
        "postgresql://me@db/x?ssl=yes | is no option of it; options are sslmode",
        "postgresql://me@db/x?sslmode | is no option of it",
        "postgresql://me:secret@db/x y | Illegal character",
    })
    void isRefusedWhenItIsNone(String text, String why) {
        assertThatThrownBy(() -> parse(text, Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the address of a PostgreSQL database").hasMessageContaining(why)
                .hasMessageContaining("postgresql://USER@HOST/DATABASE").hasMessageNotContaining("secret");
    }

    @Test
    void isToldFromAFolder() {
        assertThat(PostgresAddress.looksLike("postgresql://db/x")).isTrue();
        assertThat(PostgresAddress.looksLike("/home/me/.sextant")).isFalse();
    }
}
