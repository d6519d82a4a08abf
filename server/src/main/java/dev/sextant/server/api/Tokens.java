package dev.sextant.server.api;

import dev.sextant.model.text.Nearest;
import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import dev.sextant.server.access.TokenFile;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Request;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The tokens of the server, for administrators: who has one, one more, one less.
///
/// An administrator who may see only some studies gives out none: a token could see more than he does.
record Tokens(TokenFile file, InstantSource clock) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 100_000;

    /// `{"tokens":[{"name":"node7","role":"worker","studies":[],"created":"…Z","expires":"…Z"}]}`.
    Reply list(Visit visit) {
        visit.query().allowOnly();
        checkSeesAll(visit.who());
        var json = new JsonWriter().startObject().name("tokens").startList();
        file.tokens().forEach(token -> {
            token.write(json.startObject());
            json.endObject();
        });
        return Reply.json(json.endList().endObject().finish());
    }

    /// `{"name":"node7","role":"worker","studies":["team-*"],"days":30}` → `{"token":"sxt_…"}`, which is seen only now.
    Reply give(Visit visit) {
        visit.query().allowOnly();
        checkSeesAll(visit.who());
        var request = new Request("token", visit.object());
        request.allowOnly("name", "role", "studies", "days");
        var identity = new Identity(name(request), role(request), request.texts("studies"));
        var expires = request.maybeWhole("days", 1, MOST_DAYS).map(days -> clock.instant().plus(Duration.ofDays(days)));
        try {
            return Reply.json(201, new JsonWriter().startObject().name("token").text(file.add(identity, expires)).endObject().finish());
        } catch (IllegalArgumentException taken) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, String.valueOf(taken.getMessage()));
        }
    }

    private static String name(Request request) {
        var name = request.text("name");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw request.wrongMember("name", "a text of 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name;
    }

    private static Role role(Request request) {
        return Role.of(request.text("role")).orElseThrow(() -> request.wrongMember("role", "one of "
                + String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList())));
    }

    /// Takes a token back; it opens no door from now on.
    Reply revoke(Visit visit) {
        visit.query().allowOnly();
        checkSeesAll(visit.who());
        var name = visit.at("token");
        if (!file.remove(name)) {
            List<String> names = file.tokens().stream().map(token -> token.identity().name()).toList();
            throw new HttpRefusedException(404, "not_found", "There is no token '%s'.%s".formatted(name, Nearest.question(name, names).map(q -> "\n" + q).orElse("")));
        }
        return Reply.json("{\"ok\":true}");
    }

    private static void checkSeesAll(Identity who) {
        if (!who.scope().isEmpty()) {
            throw new HttpRefusedException(403, "forbidden", """
                    '%s' may see only the studies %s; tokens are for administrators of all studies.""".formatted(who.name(), String.join(", ", who.scope())));
        }
    }
}
