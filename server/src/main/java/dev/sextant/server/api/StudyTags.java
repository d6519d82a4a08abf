package dev.sextant.server.api;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.study.Settings;
import dev.sextant.server.request.RequestRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/// The tags of studies, for whoever searches by them. Thread-safe.
///
/// Those of a study that this server holds are at hand. Others are read from the store, each at most once in ten seconds.
final class StudyTags {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final OpenStudies studies;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    StudyTags(OpenStudies studies, InstantSource clock) {
        this.studies = studies;
        this.clock = clock;
    }

    private record Known(List<String> tags, Instant until) {}

    /// Whether the text is a part of the name of this study or of one of its tags, in whatever case. Tags are read only if the name does not have it.
    boolean match(String study, String text) {
        var part = text.toLowerCase(Locale.ROOT);
        return has(study, part) || of(study).stream().anyMatch(tag -> has(tag, part));
    }

    private static boolean has(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part);
    }

    /// Forgets studies that are no more.
    void keepOnly(Collection<String> names) {
        known.keySet().retainAll(names);
    }

    private List<String> of(String study) {
        var held = studies.find(study);
        if (held.isPresent()) {
            return tags(held.get().desk().view().settings());
        }
        var now = clock.instant();
        var old = known.get(study);
        if (old != null && old.until().isAfter(now)) {
            return old.tags();
        }
        var tags = read(study);
        known.put(study, new Known(tags, now.plus(GOOD_FOR)));
        return tags;
    }

    private List<String> read(String study) {
        try (var stored = studies.read(study)) {
            return tags(stored.view().settings());
        } catch (StoreException | RequestRefusedException _) {
            return List.of();           // whoever asks for it will be told why it cannot be read
        }
    }

    private static List<String> tags(Settings settings) {
        return settings.remarks().tags();
    }
}
