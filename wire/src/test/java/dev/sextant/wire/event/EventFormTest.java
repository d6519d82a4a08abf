package dev.sextant.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.wire.RandomSpaces;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.NewerFormException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("lr", new RealRange(1e-5, 0.1, Scale.LOG)), Parameter.of("layers", IntRange.of(1, 6)));

    static Stream<StudyEvent> everyKindButTheSettings() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("loss", 0.1 + 0.2);
        metrics.put("accuracy", -1.7976931348623157e308);
        var figures = new Metrics(metrics);
        var again = Optional.of(Instant.parse("2026-11-21T09:30:00.123456789Z"));
        return Stream.of(
                new StudyEvent.Opened("login1:4711"),
                new StudyEvent.StudyPaused(),
                new StudyEvent.StudyResumed(),
                new StudyEvent.Abandoned("process 4711 is gone"),
                new StudyEvent.Closed("budget of 100 trials used"),
                new StudyEvent.Proposed(3, SPACE.start(), OptionalLong.of(9), Origin.ENQUEUED, "wanted", "n\"ote", new StudyEvent.Source(1L << 40, 4, 2)),
                new StudyEvent.Proposed(4, SPACE.start(), OptionalLong.of(2), Origin.STRATEGY, "a child", "1 2", new StudyEvent.Source(9, 4, 0), OptionalInt.of(3)),
                new StudyEvent.Proposed(5, SPACE.start(), OptionalLong.empty(), Origin.ADDED, "found", "", StudyEvent.Source.NONE, OptionalInt.empty(), Optional.of("a\"key é")),
                new StudyEvent.Leased(3, 1, "worker 7", Tie.HEARTBEAT),
                new StudyEvent.Measured(3, 1, 5_000_000_000L, figures, Decision.STOP),
                new StudyEvent.Ended(3, 1, new Outcome.Completed(figures), Optional.empty()),
                new StudyEvent.Ended(3, 1, new Outcome.Failed("exit code 3", "a\nb\u0007é😀"), again),
                new StudyEvent.Ended(3, 1, new Outcome.Pruned(Metrics.NONE), Optional.empty()),
                new StudyEvent.Ended(3, 1, new Outcome.Paused(), Optional.empty()),
                new StudyEvent.Ended(3, 1, new Outcome.Returned("interrupted"), Optional.empty()),
                new StudyEvent.Lost(3, 1, "silent for 60 s", true),
                new StudyEvent.PutAside(3, "later"),
                new StudyEvent.Cancelled(3, "by hand"),
                new StudyEvent.Prioritised(3, -2),
                new StudyEvent.Noted(3, new Remarks("odd\n\"it\" fell", List.of("look", "n8"))),
                new StudyEvent.Requeued(3, SPACE.start(), OptionalLong.empty(), "retry"),
                new StudyEvent.Remembered("lenet", SPACE.start(), figures));
    }

    @ParameterizedTest
    @MethodSource("everyKindButTheSettings")
    void anEvent_readsBackAsItWas(StudyEvent event) {
        assertThat(EventForm.read(EventForm.kind(event), EventForm.write(event), SPACE)).isEqualTo(event);
    }

    @Test
    void aStretchOfALog_readsBackAsItWas() {
        var events = new ArrayList<StudyEvent>();
        events.add(new StudyEvent.Changed(Settings.STANDARD));
        everyKindButTheSettings().forEach(events::add);
        events.add(new StudyEvent.Changed(Settings.BY_HAND));
        var log = new ArrayList<Logged>();
        events.forEach(event -> log.add(new Logged(40 + log.size(), Instant.ofEpochMilli(1_790_000_000_123L + log.size()), event)));
        assertThat(EventForm.readAll(stretch(log), SPACE)).isEqualTo(log);
        assertThat(EventForm.readAll("[]", SPACE)).isEmpty();
    }

    private static String stretch(List<Logged> log) {
        return log.stream().map(logged -> "[%d,%d,\"%s\",%s]".formatted(logged.position(), logged.at().toEpochMilli(),
                EventForm.kind(logged.event()), EventForm.write(logged.event()))).collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[0,0,\"closed\",{\"why\":\"\"},1]]", "[[0,0,\"closed\",{\"why\":\"\"}]", "[[0,\"\",\"closed\",{}]]", "[[0,0,\"closed\",{}]]",
            "[[0,0,\"created\",{\"spec\":]]", "[[0,0,\"changed\"]]", "[0]", "{}", ""})
    void aStretchThatIsDamaged_isRefused(String json) {
        assertThatThrownBy(() -> EventForm.readAll(json, SPACE)).isInstanceOf(FormException.class);
    }

    @ParameterizedTest
    @MethodSource("everyKindButTheSettings")
    void aMemberThatIsNotKnown_meansANewerSextant(StudyEvent event) {
        var json = EventForm.write(event).replaceFirst("}$", event instanceof StudyEvent.StudyPaused
                || event instanceof StudyEvent.StudyResumed ? "\"shape\":1}" : ",\"shape\":1}");
        assertThatThrownBy(() -> EventForm.read(EventForm.kind(event), json, SPACE))
                .isInstanceOf(NewerFormException.class)
                .hasMessageContaining("the member 'shape' of an event '%s': it was written by a newer Sextant".formatted(EventForm.kind(event)));
    }

    @Property(tries = 300)
    void aProposal_readsBackInEverySpace(@ForAll("spaces") SearchSpace space, @ForAll long seed) {
        var random = new Random(seed);
        Configuration drawn = space.configuration(p -> p.domain().at(random.nextDouble()));
        var event = new StudyEvent.Proposed(0, drawn, OptionalLong.empty(), Origin.STRATEGY, "", "", StudyEvent.Source.NONE);
        var back = (StudyEvent.Proposed) EventForm.read("proposed", EventForm.write(event), space);
        assertThat(back).isEqualTo(event);
        assertThat(List.copyOf(back.configuration().values().sequencedKeySet()))
                .isEqualTo(List.copyOf(drawn.values().sequencedKeySet()));
        assertThat(back.configuration().fingerprint()).isEqualTo(drawn.fingerprint());
    }

    @Property(tries = 1000)
    void aFigure_readsBackToTheLastBit(@ForAll long bits) {
        double figure = Double.longBitsToDouble(bits);
        if (!Double.isFinite(figure)) {
            return;
        }
        var event = new StudyEvent.Measured(0, 1, 1, Metrics.of("loss", figure), Decision.CONTINUE);
        var back = (StudyEvent.Measured) EventForm.read("measured", EventForm.write(event), SPACE);
        assertThat(back.metrics().value("loss").orElseThrow()).isEqualTo(figure);
    }

    @Provide
    Arbitrary<SearchSpace> spaces() {
        return RandomSpaces.spaces();
    }

    @Nested
    class PublicForm {
        @Test
        void aLine_beginsWithPositionTimeAndKind() {
            var leased = new StudyEvent.Leased(1, 2, "local", Tie.PROCESS);
            assertThat(EventForm.line(new Logged(7, Instant.parse("2026-11-21T09:30:00Z"), leased))).isEqualTo(
                    "{\"position\":7,\"time\":\"2026-11-21T09:30:00.000Z\",\"event\":\"leased\",\"trial\":1,"
                            + "\"attempt\":2,\"worker\":\"local\",\"tie\":\"process\"}");
        }

        @Test
        void aProposal_namesItsParameters() {
            var proposed = new StudyEvent.Proposed(0, SPACE.start(), OptionalLong.empty(), Origin.DEFAULTS, "the defaults", "", StudyEvent.Source.NONE);
            assertThat(EventForm.write(proposed)).isEqualTo("{\"trial\":0,\"parameters\":{\"lr\":0.001,\"layers\":3},"
                    + "\"origin\":\"defaults\",\"why\":\"the defaults\",\"note\":\"\",\"seen\":0,\"asked\":0,\"draw\":0}");
        }
    }

    @Nested
    class Damage {
        @Test
        void anUnknownKind_meansANewerSextant() {
            assertThatThrownBy(() -> EventForm.read("forked", "{}", SPACE)).isInstanceOf(NewerFormException.class)
                    .hasMessageContaining("events of the kind 'forked'");
        }

        @Test
        void anUnknownWord_meansANewerSextant() {
            assertThatThrownBy(() -> EventForm.read("measured",
                    "{\"trial\":0,\"attempt\":1,\"step\":1,\"values\":{},\"decision\":\"fork\"}", SPACE))
                    .isInstanceOf(NewerFormException.class).hasMessageContaining("the decision 'fork'");
        }

        @Test
        void aMissingMember_isNamed() {
            assertThatThrownBy(() -> EventForm.read("leased", "{\"trial\":0}", SPACE))
                    .isInstanceOf(FormException.class).isNotInstanceOf(NewerFormException.class)
                    .hasMessageContaining("The event 'leased' has no member 'attempt'; the study is damaged.");
        }

        @Test
        void anEndWithoutItsFigures_isNotTakenForOneWithNone() {
            assertThatThrownBy(() -> EventForm.read("ended", "{\"trial\":0,\"attempt\":1,\"outcome\":\"complete\"}", SPACE))
                    .isInstanceOf(FormException.class).hasMessageContaining("has no member 'values'");
        }

        @Test
        void halfAText_isDamage() {
            assertThatThrownBy(() -> EventForm.read("leased", "{\"trial\":0,", SPACE))
                    .isInstanceOf(FormException.class).hasMessageContaining("ends too early");
        }

        @Test
        void aParameterOfAnotherStudy_isNamed() {
            assertThatThrownBy(() -> EventForm.read("requeued", "{\"trial\":0,\"parameters\":{\"q\":1},\"why\":\"\"}", SPACE))
                    .isInstanceOf(FormException.class).hasMessageContaining("no parameter 'q'");
        }
    }
}
