package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Settings;
import dev.sextant.model.text.Nearest;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A home in memory: its studies outlive the doors that lead to them. Thread-safe.
public final class TestStudies implements StudyLibrary {
    /// Answers with what it was asked.
    public static final Insight INSIGHT = (view, question, answer) -> answer.name("study").text(view.spec().name())
            .name("method").text(question.method().orElse("-")).name("top").number(question.top().orElse(0));

    private final Map<String, StudyStore> home = new LinkedHashMap<>();
    private final InstantSource clock;
    public StoppingRule rule = StoppingRule.NEVER;
    /// Where what workers send is kept.
    public Optional<Path> disk = Optional.empty();

    public TestStudies(InstantSource clock) {
        this.clock = clock;
    }

    public TestStudies() {
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

    public StudyDesk desk(StudyStore store) {
        var factory = StrategyCatalog.builtIn().find(store.spec().strategy().name());
        return StudyDesk.open(store, factory.create(Problem.of(store.spec())), factory.startsWithDefaults(), rule, clock);
    }

    @Override
    public synchronized void delete(String name) {
        find(name);
        home.remove(name);
    }

    public synchronized boolean has(String name) {
        return home.containsKey(name);
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(home.keySet());
    }

    @Override
    public List<String> begun() {
        return List.of();
    }

    @Override
    public void checkSame(OpenStudy open, StudyDraft draft) {
        throw new RequestRefusedException(ErrorCode.STUDY_EXISTS, "There is another study '%s'.".formatted(open.desk().spec().name()));
    }

    @Override
    public synchronized ReadStudy read(String name) {
        var store = find(name);
        return new ReadStudy() {
            @Override
            public StudyView view() {
                return store;
            }

            @Override
            public boolean isHeld() {
                return false;
            }

            @Override
            public boolean isPaused() {
                return false;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Path brought(String study) {
        return disk.map(folder -> folder.resolve(study)).orElseGet(() -> StudyLibrary.super.brought(study));
    }

    @Override
    public Optional<Exchange> holder(String name) {
        return Optional.empty();
    }
}
