package dev.sextant.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.lines.LinesDoor;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import org.junit.jupiter.api.Test;

/// Several results in one request, while the store comes and goes.
final class TellTest {
    private final TestStudies studies = new TestStudies();
    private int failures;

    /// Reaches the study, but for the first times.
    private final class Unsteady implements Session {
        private final OpenStudy study = studies.open("s");

        @Override
        public void create(String name, StudyDraft draft, Place place, Stored stored) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OpenStudy study(String name) {
            if (failures-- > 0) {
                throw new RequestRefusedException(ErrorCode.STORE_FAILED, "The database does not answer.");
            }
            return study;
        }

        @Override
        public Asked ask(StudyDesk desk) {
            return desk.ask("hand", Tie.NONE);
        }

        @Override
        public void delete(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static String told(Session session) {
        var body = (Node.Obj) JsonReader.read(Source.file("body", "{\"study\":\"s\",\"results\":[{\"trial\":0,\"values\":{\"loss\":1}},{\"trial\":7,\"values\":{\"loss\":1}}]}"));
        var json = new JsonWriter().startObject();
        Handlers.answer(new Request("tell", body), session, json);
        return json.endObject().finish();
    }

    @Test
    void aStoreThatFailsForOneOfSeveral_failsForAll_soThatTheyAreToldAgain() {
        LinesDoor.pipe(studies, "pipe").answer("""
                {"create":{"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}}""");
        var session = new Unsteady();
        session.ask(session.study("s").desk());
        failures = 1;
        assertThatThrownBy(() -> told(session)).isInstanceOf(RequestRefusedException.class).hasMessageContaining("does not answer");
        assertThat(told(session)).startsWith("{\"results\":[{\"ok\":true},{\"error\":{\"code\":\"unknown_trial\"");
        assertThat(session.study("s").desk().trialState(0)).isEqualTo(TrialState.COMPLETE);
    }
}
