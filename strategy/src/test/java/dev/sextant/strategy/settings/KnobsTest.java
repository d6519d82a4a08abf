package dev.sextant.strategy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static Knobs knobs(String key, String value) {
        return new Knobs(StrategySpec.of("genetic").with(key, Value.of(value)));
    }

    @Test
    void whatIsNotSetHasItsStandard() {
        Knobs knobs = new Knobs(StrategySpec.of("genetic"));
        assertThat(knobs.whole("demes", 4, 1, 10)).isEqualTo(4);
        assertThat(knobs.fraction("rate", 0.25)).isEqualTo(0.25);
        assertThat(knobs.flag("generational", true)).isTrue();
        knobs.noOthers();
    }

    @Test
    void whatIsSetIsRead() {
        assertThat(knobs("demes", "7").whole("demes", 4, 1, 10)).isEqualTo(7);
        assertThat(knobs("rate", "0.5").fraction("rate", 0.25)).isEqualTo(0.5);
        assertThat(knobs("rate", "1").fraction("rate", 0.25)).isEqualTo(1);
        assertThat(knobs("generational", "true").flag("generational", false)).isTrue();
    }

    @Test
    void aValueOutOfRangeSaysWhoWhatAndWhatIsAllowed() {
        assertThatThrownBy(() -> knobs("demes", "0").whole("demes", 4, 1, 10))
                .hasMessage("Strategy 'genetic': demes is 0; it must be a whole number from 1 to 10.");
        assertThatThrownBy(() -> knobs("demes", "2.5").whole("demes", 4, 1, 10)).hasMessageContaining("demes is 2.5");
        assertThatThrownBy(() -> knobs("rate", "1.5").fraction("rate", 0)).hasMessageContaining("must be a number from 0 to 1");
        assertThatThrownBy(() -> knobs("rate", "much").fraction("rate", 0)).hasMessageContaining("rate is much");
        assertThatThrownBy(() -> knobs("generational", "1").flag("generational", true)).hasMessageContaining("must be true or false");
    }

    @Test
    void aNumberMayHaveAnyRangeAndAWordIsOneOfAFew() {
        assertThat(knobs("sigma", "2").real("sigma", 0.25, 0.1, 3)).isEqualTo(2);
        assertThat(knobs("other", "2").real("sigma", 0.25, 0.1, 3)).isEqualTo(0.25);
        assertThat(knobs("restarts", "ipop").word("restarts", "none", List.of("none", "ipop"))).isEqualTo("ipop");
        assertThat(knobs("other", "ipop").word("restarts", "none", List.of("none", "ipop"))).isEqualTo("none");
        assertThatThrownBy(() -> knobs("sigma", "3.5").real("sigma", 0.25, 0.1, 3))
                .hasMessage("Strategy 'genetic': sigma is 3.5; it must be a number from 0.1 to 3.0.");
        assertThatThrownBy(() -> knobs("sigma", "wide").real("sigma", 0.25, 0.1, 3)).hasMessageContaining("sigma is wide");
        assertThatThrownBy(() -> knobs("restarts", "some").word("restarts", "none", List.of("none", "ipop")))
                .hasMessage("Strategy 'genetic': restarts is some; it must be one of none, ipop.");
    }

    @Test
    void anUnknownKeyGetsTheKnownOnesAndTheNearest() {
        Knobs knobs = knobs("deme", "3");
        knobs.whole("demes", 4, 1, 10);
        knobs.fraction("rate", 0);
        assertThatThrownBy(knobs::noOthers).hasMessage("""
                Strategy 'genetic' has no setting 'deme'; it has demes, rate.
                Did you mean 'demes'?""");
    }

    @Test
    void aListOfConfigurationsIsForTheStrategyOfThatNameAlone() {
        StrategySpec spec = new StrategySpec("tpe", new LinkedHashMap<>(), List.of(new LinkedHashMap<>()));
        assertThatThrownBy(() -> new Knobs(spec).noOthers()).hasMessageContaining("takes no list").hasMessageContaining("'list'");
    }
}
