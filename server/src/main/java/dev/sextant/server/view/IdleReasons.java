package dev.sextant.server.view;

import dev.sextant.server.view.AttemptLog.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Why a slot had nothing to do for a while, as far as the log tells.
///
/// Differs from what the strategy itself would say: the log does not hold that a strategy was asked in vain, so that is
/// concluded from a proposal that came late.
final class IdleReasons {
    private static final int FEW = 3;

    private final List<Moment> states;
    private final Map<Integer, Double> queued = new HashMap<>();
    private final TreeMap<Double, Integer> proposed = new TreeMap<>();

    /// @param moments oldest first
    IdleReasons(List<Moment> moments) {
        this.states = moments.stream().filter(m -> m.trial() < 0).toList();
        moments.stream().filter(m -> isQueueing(m.kind())).forEach(m -> {
            queued.put(m.trial(), m.at());
            proposed.put(m.at(), m.trial());
        });
    }

    private static boolean isQueueing(Moment.Kind kind) {
        return switch (kind) {
            case PROPOSED, REQUEUED, RETRIED -> true;
            case PAUSED, RESUMED, OPENED, CLOSED, ABANDONED, ENDED, LOST -> false;
        };
    }

    /// Why nothing ran between two moments.
    ///
    /// @param next the trial that ran afterwards; -1 if none did
    String between(double from, double to, int next) {
        var state = stateDuring(from, to);
        if (!state.isEmpty()) {
            return state;
        }
        if (next < 0) {
            return proposed.subMap(from, to).size() > FEW ? "others took the trials: fewer run at once since then"
                    : "nothing to run: the strategy waits for results, or the budget is given out";
        }
        double since = queued.getOrDefault(next, from);
        if (since > from + (to - from) / 2) {
            return "the strategy had nothing to try until trial %d was proposed".formatted(next);
        }
        return "trial %d was waiting, but the worker did not take it yet".formatted(next);
    }

    /// The last thing before the end of the gap that keeps all slots idle and was not undone before its middle.
    private String stateDuring(double from, double to) {
        var reason = "";
        double middle = from + (to - from) / 2;
        for (var moment : states) {
            if (moment.at() > middle) {
                break;
            }
            reason = switch (moment.kind()) {
                case PAUSED -> "the study was paused";
                case CLOSED -> "nobody ran the study: " + moment.why();
                case ABANDONED -> "nobody ran the study: " + moment.why();
                case RESUMED, OPENED -> "";
                case PROPOSED, REQUEUED, RETRIED, ENDED, LOST -> reason;
            };
        }
        return reason;
    }
}
