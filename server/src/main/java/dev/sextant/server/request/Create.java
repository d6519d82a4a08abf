package dev.sextant.server.request;

import dev.sextant.model.study.StudySpec;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.Set;

/// Makes a study: `{"create":{"study":"s","space":{…},"objective":{…},"store":"memory"}}` → `{"study":"s"}`. Besides `store`
/// and `evolve`, its members are those of a study file.
final class Create implements Handler {
    private static final Set<String> OWN = Set.of("store", "evolve");

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        var name = request.text("study");
        request.doing("study", ErrorCode.WRONG_FORM, () -> StudySpec.checkName(name));
        session.create(name, draft(request), place(request.text("store", Place.HOME.word()), request),
                request.flag("evolve") ? Stored.EVOLVE : Stored.CONTINUE);
        answer.name("study").text(name);
    }

    private static StudyDraft draft(Request request) {
        var members = request.body().members().stream().filter(m -> !OWN.contains(m.name())).toList();
        return StudyDraft.of(new Node.Obj(members, request.body().at()));
    }

    private static Place place(String word, Request request) {
        for (var place : Place.values()) {
            if (place.word().equals(word)) {
                return place;
            }
        }
        throw request.wrongMember("store", "'memory' or 'home'");
    }
}
