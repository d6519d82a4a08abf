package dev.sextant.server.lines;

import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.model.text.Nearest;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.Studies;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// A home in memory: its studies outlive the doors that lead to them. Thread-safe.
final class TestStudies implements Studies {
    /// Answers with what it was asked.
    static final Insight INSIGHT = (view, question, answer) -> answer.name("study").text(view.spec().name())
            .name("method").text(question.method().orElse("-")).name("top").number(question.top().orElse(0));

    private final Map<String, StudyStore> home = new LinkedHashMap<>();
    private final InstantSource clock;
    StoppingRule rule = StoppingRule.NEVER;

    TestStudies(InstantSource clock) {
        this.clock = clock;
    }

    TestStudies() {
        this(InstantSource.system());
    }

    @Override
    public synchronized OpenStudy create(StudyDraft draft, Place place, Stored stored) {
        var understood = StudyForm.study(draft, Circumstances.withoutFiles("/", 1, Settings.BY_HAND));
        var name = understood.spec().name();
        if (place == Place.HOME && home.containsKey(name)) {
            throw new RequestRefusedException(ErrorCode.STUDY_EXISTS, "There is another study '%s'.".formatted(name));
        }
        var store = MemoryStore.create(understood.spec(), understood.settings(), clock.instant());
        if (place == Place.HOME) {
            home.put(name, store);
        }
        return OpenStudy.askedAndTold(desk(store), INSIGHT);
    }

    @Override
    public synchronized OpenStudy open(String name) {
        return OpenStudy.askedAndTold(desk(find(name)), INSIGHT);
    }

    private StudyStore find(String name) {
        var store = home.get(name);
        if (store == null) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, "There is no study '%s'.%s"
                    .formatted(name, Nearest.question(name, home.keySet()).map(q -> "\n" + q).orElse("")));
        }
        return store;
    }

    StudyDesk desk(StudyStore store) {
        var factory = StrategyCatalog.builtIn().find(store.spec().strategy().name());
        return StudyDesk.open(store, factory.create(Problem.of(store.spec())), factory.startsWithDefaults(), rule, clock);
    }

    @Override
    public synchronized void delete(String name) {
        find(name);
        home.remove(name);
    }

    synchronized boolean has(String name) {
        return home.containsKey(name);
    }
}
