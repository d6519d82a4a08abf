package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All members, what they are doing, and how they stood at the end of each generation. Not thread-safe.
///
/// Nobody waits for anybody: the idle member with the fewest generations goes on as soon as somebody asks, and is
/// compared with those that have ended the same generation so far. If more is asked for than there are members, and
/// nobody has come to the end yet, the population grows.
final class Population {
    private static final Comparator<Standing> BEST_FIRST = Comparator.comparingDouble(Standing::loss).thenComparingInt(Standing::trial);
    private static final Comparator<Member> FEWEST_GENERATIONS = Comparator.comparingInt(Member::generation);

    private final int size;
    private final int generations;
    private final List<Member> members = new ArrayList<>();
    private final Map<Integer, Run> runs = new TreeMap<>();
    private final Map<Integer, Standing> standings = new HashMap<>();
    private final TreeMap<Integer, List<Standing>> byGeneration = new TreeMap<>();
    private int childrenFailed;
    private int childrenGrown;

    /// A trial without a result.
    record Run(Place place, Configuration configuration) {}

    /// @param size members to begin with
    /// @param generations after which a member has ended
    Population(int size, int generations) {
        this.size = size;
        this.generations = generations;
    }

    /// A trial of this search, or of somebody else's at the next free place.
    void begin(Observation.Proposed proposed, Optional<Place> known, int generation) {
        Place place = known.orElseGet(() -> new Place(members.size(), generation, OptionalInt.empty()));
        runs.put(proposed.trial(), new Run(place, proposed.configuration()));
        member(place.member()).begin();
    }

    private Member member(int number) {
        while (members.size() <= number) {
            members.add(new Member());
        }
        return members.get(number);
    }

    void succeed(int trial, double loss) {
        Run run = runs.remove(trial);
        if (run == null) {
            return;
        }
        Place place = run.place();
        OptionalDouble before = place.parent().stream().mapToObj(standings::get).filter(parent -> parent != null)
                .mapToDouble(Standing::loss).findFirst();
        var standing = new Standing(trial, place.member(), place.generation(), run.configuration(), loss, before);
        childrenGrown += place.parent().isPresent() ? 1 : 0;
        standings.put(trial, standing);
        byGeneration.computeIfAbsent(place.generation(), _ -> new ArrayList<>()).add(standing);
        member(place.member()).succeed(standing);
    }

    /// A trial came to nothing; it may be repeated.
    void fail(int trial) {
        Run run = runs.get(trial);
        if (run != null) {
            childrenFailed += run.place().parent().isPresent() ? 1 : 0;
            member(run.place().member()).fail();
        }
    }

    /// A trial that had ended is under way again.
    ///
    /// @param generation that it will end, if it had a result before: whoever resumes it by hand runs more of it
    void repeat(int trial, int generation) {
        Standing standing = standings.remove(trial);
        if (standing != null) {
            byGeneration.getOrDefault(standing.generation(), new ArrayList<>()).remove(standing);
            runs.put(trial, new Run(new Place(standing.member(), Math.max(generation, standing.generation()), OptionalInt.empty()), standing.configuration()));
        }
        Run run = runs.get(trial);
        if (run != null) {
            member(run.place().member()).begin();
        }
    }

    /// What is due when somebody asks. O(members).
    Turn turn() {
        if (members.size() < size) {
            return new Turn.Found(members.size());
        }
        Optional<Member> next = idle().min(FEWEST_GENERATIONS);
        return next.flatMap(Population::train).<Turn>map(train -> train)
                .or(() -> next.map(member -> new Turn.Found(members.indexOf(member))))
                .orElseGet(this::nobodyIsFree);
    }

    /// The idle member with the fewest generations that has somewhere to go on from.
    Optional<Turn.Train> goOn() {
        return idle().filter(member -> member.latest().isPresent()).min(FEWEST_GENERATIONS).flatMap(Population::train);
    }

    private Stream<Member> idle() {
        return members.stream().filter(Member::isIdle).filter(member -> member.generation() < generations);
    }

    private static Optional<Turn.Train> train(Member member) {
        return member.latest().map(own -> new Turn.Train(own, member.hasFailed()));
    }

    private Turn nobodyIsFree() {
        if (members.stream().allMatch(member -> member.isIdle() && member.generation() == generations)) {
            return new Turn.Over();
        }
        return members.stream().noneMatch(member -> member.generation() == generations) ? new Turn.Found(members.size()) : new Turn.Busy();
    }

    /// Whether a trial of somebody is under way.
    boolean isBusy() {
        return members.stream().anyMatch(member -> !member.isIdle());
    }

    /// Whether nobody has begun yet.
    boolean isEmpty() {
        return members.isEmpty();
    }

    /// All that have ended a generation, best first; among equals the oldest.
    List<Standing> after(int generation) {
        return byGeneration.getOrDefault(generation, List.of()).stream().sorted(BEST_FIRST).toList();
    }

    /// All standings, by generation.
    List<Standing> history() {
        return byGeneration.values().stream().flatMap(List::stream).toList();
    }

    /// Children that are under way, or have failed and may be repeated; lowest trial first.
    List<Run> underWay() {
        return runs.values().stream().filter(run -> run.place().parent().isPresent()).toList();
    }

    /// How many trials that began with another one's weights came to nothing before the first of them succeeded.
    int childrenFailedAlone() {
        return childrenGrown > 0 ? 0 : childrenFailed;
    }
}
