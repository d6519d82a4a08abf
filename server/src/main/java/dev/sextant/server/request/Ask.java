package dev.sextant.server.request;

import dev.sextant.engine.Asked;
import dev.sextant.model.study.Ending;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.value.Value;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.ListedValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Gives trials to run: `{"ask":{"study":"s","count":2}}` → `{"trials":[{"trial":0,"attempt":1,"parameters":{…}},…]}`, fewer than
/// asked if there are no more now, and `{"wait":true}` or `{"exhausted":true}` if there is none at all. A trial that goes on from the checkpoint of another one has its `parent`.
final class Ask implements Handler {
    private static final int MOST = 10_000;

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "count");
        var study = session.study(request);
        var desk = study.desk();
        int count = (int) request.whole("count", 1, MOST, 1);
        var leases = new ArrayList<Lease>();
        var asked = session.ask(desk);
        while (asked instanceof Asked.Given(Lease lease)) {
            leases.add(lease);
            if (leases.size() == count) {
                break;
            }
            asked = session.ask(desk);
        }
        desk.settle();
        if (leases.isEmpty()) {
            nothing(asked, answer);
        } else {
            answer.name("trials").startList();
            leases.forEach(lease -> write(lease, study, answer));
            answer.endList();
        }
    }

    private static void nothing(Asked asked, JsonWriter answer) {
        switch (asked) {
            case Asked.Given _ -> throw new IllegalStateException("A trial was given and not kept.");
            case Asked.Wait(Optional<Instant> until, String why) -> {
                answer.name("wait").flag(true).name("why").text(why);
                until.ifPresent(moment -> answer.name("until").text(TimeText.write(moment)));
            }
            case Asked.Over(Ending ending) when ending.kind() == Ending.Kind.HALTED ->
                    throw new RequestRefusedException(ErrorCode.STRATEGY_BROKE, "Nothing more can be proposed: %s.".formatted(ending.why()));
            case Asked.Over(Ending ending) ->
                    answer.name("exhausted").flag(true).name("ending").text(ending.kind().word()).name("why").text(ending.why());
        }
    }

    private static void write(Lease lease, OpenStudy study, JsonWriter answer) {
        var fidelity = study.desk().spec().fidelity();
        answer.startObject().name("trial").whole(lease.trial()).name("attempt").whole(lease.attempt());
        var values = new LinkedHashMap<>(lease.configuration().values());
        fidelity.ifPresent(range -> values.put(range.name(), new Value.Int(lease.fidelity().orElse(range.max()))));
        ListedValues.write(study.desk().spec().space().lists(), values, answer.name("parameters"));
        if (fidelity.isPresent() || lease.parent().isPresent()) {
            study.checkpoint(lease.trial()).ifPresent(folder -> answer.name("checkpoint").text(folder));
        }
        lease.parent().ifPresent(parent -> {
            answer.name("parent").whole(parent);
            study.checkpoint(parent).ifPresent(folder -> answer.name("parent_checkpoint").text(folder));
        });
        answer.endObject();
    }
}
