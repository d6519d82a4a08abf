package dev.sextant.server.view;

import dev.sextant.wire.tree.JsonWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// When each slot was busy in the last while, with which trial, and why it was not.
///
/// @param clock for attempts that run
/// @param bars at most so many attempts, the latest ones
record SlotsChart(InstantSource clock, int bars) implements Chart {
    private static final double SHORTEST_SHARE = 0.004;
    private static final int MOST_GAPS = 400;

    /// One slot of one worker.
    private record Lane(String worker, int lane) {}

    @Override
    public void write(LiveTable live, JsonWriter json) {
        double now = (double) clock.millis();
        var all = live.attempts().attempts();
        var shown = all.subList(Math.max(0, all.size() - bars), all.size());
        double from = shown.stream().mapToDouble(Attempt::from).min().orElse(now);
        double to = shown.stream().anyMatch(Attempt::runs) ? now : shown.stream().mapToDouble(Attempt::to).max().orElse(now);
        json.name("from").number(from).name("to").number(to).name("of").whole(live.table().size());
        var lanes = lanes(shown);
        json.name("lanes").startList();
        lanes.sequencedKeySet().forEach(lane -> json.startObject().name("worker").text(lane.worker()).name("slot").whole(lane.lane()).endObject());
        json.endList();
        bars(lanes, json);
        gaps(lanes, new IdleReasons(live.attempts().moments()), new double[] {from, to}, json);
    }

    private static SequencedMap<Lane, List<Attempt>> lanes(List<Attempt> shown) {
        var lanes = new TreeMap<Lane, List<Attempt>>(Comparator.comparing(Lane::worker).thenComparingInt(Lane::lane));
        shown.stream().sorted(Comparator.comparingDouble(Attempt::from))
                .forEach(a -> lanes.computeIfAbsent(new Lane(a.worker(), a.lane()), _ -> new ArrayList<>()).add(a));
        return lanes;
    }

    private static void bars(SequencedMap<Lane, List<Attempt>> lanes, JsonWriter json) {
        json.name("bars").startList();
        int lane = 0;
        for (var attempts : lanes.sequencedValues()) {
            for (var attempt : attempts) {
                json.startList().whole(lane).whole(attempt.trial()).whole(attempt.attempt()).number(attempt.from()).maybe(attempt.to())
                        .text(attempt.end()).endList();
            }
            lane++;
        }
        json.endList();
    }

    private static void gaps(SequencedMap<Lane, List<Attempt>> lanes, IdleReasons reasons, double[] span, JsonWriter json) {
        double shortest = Math.max(1, (span[1] - span[0]) * SHORTEST_SHARE);
        double busy = 0;
        var gaps = new ArrayList<Gap>();
        int lane = 0;
        for (var attempts : lanes.sequencedValues()) {
            double free = span[0];
            for (var attempt : attempts) {
                gaps.add(new Gap(lane, free, attempt.from(), attempt.trial()));
                double end = attempt.runs() ? span[1] : attempt.to();
                busy += Math.max(0, end - attempt.from());
                free = Math.max(free, end);
            }
            gaps.add(new Gap(lane++, free, span[1], -1));
        }
        json.name("busy").number(lanes.isEmpty() ? 0 : Math.min(1, busy / Math.max(1, (span[1] - span[0]) * lanes.size())));
        json.name("gaps").startList();
        gaps.stream().filter(gap -> gap.length() >= shortest).sorted(Comparator.comparingDouble(gap -> -gap.length())).limit(MOST_GAPS)
                .forEach(gap -> gap.write(reasons, json));
        json.endList();
    }

    /// A stretch in which a slot had nothing to do.
    private record Gap(int lane, double from, double to, int next) {
        double length() {
            return to - from;
        }

        void write(IdleReasons reasons, JsonWriter json) {
            json.startList().whole(lane).number(from).number(to).text(reasons.between(from, to, next)).endList();
        }
    }
}
