package dev.sextant.wire.event;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonTokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// The members of one event, as far as they were read. What was not there keeps a value that nobody looks at, for the
/// [kind][EventKind] says which members an event must have.
final class EventFields {
    private static final Configuration NO_PARAMETERS = new Configuration(new LinkedHashMap<>());

    private final JsonTokens json;
    private final SearchSpace space;
    private final Set<EventMember> present = EnumSet.noneOf(EventMember.class);

    int trial;
    int attempt;
    Configuration configuration = NO_PARAMETERS;
    OptionalLong fidelity = OptionalLong.empty();
    String origin = "";
    String why = "";
    String note = "";
    long seen;
    int asked;
    int draw;
    String worker = "";
    String tie = "";
    String holder = "";
    long step;
    Metrics metrics = Metrics.NONE;
    String decision = "";
    String outcome = "";
    String reason = "";
    String lastLines = "";
    Optional<Instant> again = Optional.empty();
    boolean repeated;
    OptionalInt parent = OptionalInt.empty();
    Optional<String> key = Optional.empty();
    String source = "";
    int priority;
    private String remark = "";
    private final List<String> tags = new ArrayList<>();

    EventFields(JsonTokens json, SearchSpace space) {
        this.json = json;
        this.space = space;
    }

    /// The members that were there.
    Set<EventMember> present() {
        return present;
    }

    /// Reads the value that stands in the JSON text.
    void read(EventMember member) {
        if (!present.add(member)) {
            throw json.position().error("The member '%s' appears twice; the study is damaged.".formatted(member.word()));
        }
        take(member);
    }

    private void take(EventMember member) {
        switch (member) {
            case TRIAL -> trial = json.count();
            case ATTEMPT -> attempt = json.count();
            case PARAMETERS -> configuration = configuration();
            case FIDELITY -> fidelity = OptionalLong.of(json.whole());
            case ORIGIN -> origin = json.text();
            case WHY -> why = json.text();
            case WORKER -> worker = json.text();
            case TIE -> tie = json.text();
            case HOLDER -> holder = json.text();
            case STEP -> step = json.whole();
            case VALUES -> metrics = metrics();
            case DECISION -> decision = json.text();
            case OUTCOME -> outcome = json.text();
            case REASON -> reason = json.text();
            case LAST_LINES -> lastLines = json.text();
            case AGAIN -> again = Optional.of(moment());
            case REPEATED -> repeated = json.flag();
            case SOURCE -> source = json.text();
            case PRIORITY -> priority = priority();
            case REMARK -> remark = json.text();
            case TAGS -> tags();
            case SEEN, ASKED, DRAW, PARENT, KEY, NOTE -> takeOfProposal(member);
        }
    }

    private void takeOfProposal(EventMember member) {
        switch (member) {
            case SEEN -> seen = json.whole();
            case ASKED -> asked = json.count();
            case DRAW -> draw = json.count();
            case PARENT -> parent = OptionalInt.of(json.count());
            case KEY -> key = Optional.of(json.text());
            case NOTE -> note = json.text();
            default -> throw new IllegalStateException("%s is no member of a proposal alone.".formatted(member));
        }
    }

    private Configuration configuration() {
        var values = new LinkedHashMap<String, Value>();
        json.enterObject();
        while (json.nextMember()) {
            var parameter = space.find(json.name()).orElseThrow(() -> json.position().error(
                    "The study has no parameter '%s'; the study is damaged.".formatted(json.name())));
            values.put(parameter.name(), own(parameter, json.value()));
        }
        return new Configuration(values);
    }

    /// The space's own value where it lists them, so that a million trials share a few.
    private static Value own(Parameter parameter, Value read) {
        List<Value> listed = switch (parameter.domain()) {
            case Choice(List<Value> values) -> values;
            case Ordinal(List<Value> values) -> values;
            default -> List.of();
        };
        int place = listed.indexOf(read);
        return place < 0 ? read : listed.get(place);
    }

    private Metrics metrics() {
        var values = new LinkedHashMap<String, Double>();
        json.enterObject();
        while (json.nextMember()) {
            values.put(json.name(), json.number());
        }
        return new Metrics(values);
    }

    private void tags() {
        json.enterList();
        while (json.nextItem()) {
            tags.add(json.text());
        }
    }

    Remarks remarks() {
        try {
            return new Remarks(remark, tags);
        } catch (IllegalArgumentException damaged) {
            throw json.position().error("%s The study is damaged.".formatted(damaged.getMessage()));
        }
    }

    private int priority() {
        long given = json.whole();
        if (given != (int) given) {
            throw json.position().error("%d is too large for a priority; the study is damaged.".formatted(given));
        }
        return (int) given;
    }

    private Instant moment() {
        try {
            return Instant.parse(json.text());
        } catch (DateTimeException _) {
            throw json.position().error("'%s' is not a time such as 2026-11-21T09:30:00Z.".formatted(json.text()));
        }
    }
}
