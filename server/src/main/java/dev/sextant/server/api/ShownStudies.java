package dev.sextant.server.api;

import dev.sextant.engine.port.StudyView;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.view.StudyPages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BiFunction;

/// The studies that somebody looks at, each with the tables its charts are drawn from. To look at a study does not hold
/// it: whoever runs it goes on, here or in another process. Thread-safe.
///
/// Those that nobody has looked at for a while make room when there are more than [#MOST].
final class ShownStudies implements AutoCloseable {
    private static final int MOST = 100;
    private static final Duration UNUSED = Duration.ofMinutes(2);
    private static final Duration CERTAIN = Duration.ofSeconds(2);

    private final OpenStudies studies;
    private final InstantSource clock;
    private final LinkedHashMap<String, Shown> shown = new LinkedHashMap<>();

    ShownStudies(OpenStudies studies, InstantSource clock) {
        this.studies = studies;
        this.clock = clock;
    }

    /// @param held the view of the desk that this server has of it, if it has
    /// @param certain when it was last seen to exist
    private record Shown(ReadStudy study, StudyPages pages, Optional<StudyView> held, Instant certain, Instant used) {
        Shown at(Instant sure, Instant now) {
            return new Shown(study, pages, held, sure, now);
        }
    }

    /// Looks at a study.
    ///
    /// @throws RequestRefusedException with [ErrorCode#UNKNOWN_STUDY]
    <T> T look(String name, BiFunction<ReadStudy, StudyPages, T> look) {
        var one = find(name);
        return look.apply(one.study(), one.pages());
    }

    private synchronized Shown find(String name) {
        var now = clock.instant();
        var held = studies.find(name).map(open -> open.desk().view());
        var known = Optional.ofNullable(shown.remove(name));
        if (known.isPresent() && !isStill(name, known.get(), held, now)) {
            known.get().study().close();
            known = Optional.empty();
        }
        var one = known.orElseGet(() -> opened(name, held, now));
        boolean sure = one.certain().plus(CERTAIN).isBefore(now);
        shown.put(name, one.at(sure ? now : one.certain(), now));
        makeRoom(now);
        return one;
    }

    /// Whether it is the same study, and still there.
    private boolean isStill(String name, Shown known, Optional<StudyView> held, Instant now) {
        return known.held().equals(held) && (known.certain().plus(CERTAIN).isAfter(now) || studies.library().names().contains(name));
    }

    private Shown opened(String name, Optional<StudyView> held, Instant now) {
        var study = studies.read(name);
        return new Shown(study, new StudyPages(study.view(), clock), held, now, now);
    }

    private void makeRoom(Instant now) {
        var each = shown.sequencedValues().iterator();
        while (shown.size() > MOST && each.hasNext()) {
            var oldest = each.next();
            if (oldest.used().plus(UNUSED).isAfter(now)) {
                return;
            }
            oldest.study().close();
            each.remove();
        }
    }

    /// Lets go of a study, because it is deleted or made anew.
    synchronized void forget(String name) {
        Optional.ofNullable(shown.remove(name)).ifPresent(one -> one.study().close());
    }

    @Override
    public synchronized void close() {
        shown.values().forEach(one -> one.study().close());
        shown.clear();
    }
}
