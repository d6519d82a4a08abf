package dev.sextant.app.cli;

import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import dev.sextant.server.access.Token;
import dev.sextant.server.access.TokenFile;
import dev.sextant.model.text.Nearest;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `token`: who may come in at `serve`.
final class TokenVerb implements Verb {
    private static final Flag ROLE = Flag.of("--role", "ROLE", "read, submit, worker or admin (submit)");
    private static final Flag STUDIES = Flag.many("--studies", "NAME", "only this one, or all that begin so: team-*");
    private static final Flag DAYS = Flag.of("--days", "N", "for how long it holds; without end if not given");
    private static final List<String> ACTIONS = List.of("create", "list", "revoke");
    private static final int LONGEST_NAME = 100;

    @Override
    public Usage usage() {
        return Usage.of("token", "who may come in at serve").words("create|list|revoke [NAME]", 2)
                .flags(ROLE, STUDIES, DAYS, Usage.JSON)
                .examples("sextant token create node7 --role worker --days 30", "sextant token revoke node7");
    }

    @Override
    public ExitCode run(Call call) {
        var action = call.need(0, "what to do: create, list or revoke");
        var file = ServeOptions.tokens(Studies.of(call).home().folder());
        switch (action) {
            case "create" -> call.out().println(file.add(identity(call), expires(call)));
            case "list" -> list(call, file);
            case "revoke" -> revoke(call, file);
            default -> throw new UsageException("token can create, list and revoke, not '%s'.%s".formatted(action,
                    Nearest.question(action, ACTIONS).map(q -> "\n" + q).orElse("")));
        }
        return ExitCode.DONE;
    }

    private static Identity identity(Call call) {
        var name = call.need(1, "a name for the token");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new UsageException("The name of a token has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        var word = call.value(ROLE).orElse(Role.SUBMIT.word());
        var role = Role.of(word).orElseThrow(() -> new UsageException("There is no role '%s'; roles: %s.".formatted(word,
                String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList()))));
        return new Identity(name, role, call.values(STUDIES));
    }

    private static Optional<Instant> expires(Call call) {
        return call.value(DAYS).map(given -> Instant.now().plus(Duration.ofDays(Call.count("--days", given, 1))));
    }

    private static void list(Call call, TokenFile file) {
        if (call.has(Usage.JSON)) {
            var json = new JsonWriter().startObject().name("tokens").startList();
            for (var token : file.tokens()) {
                json.startObject();
                token.write(json);
                json.endObject();
            }
            call.out().println(json.endList().endObject().finish());
        } else {
            file.tokens().forEach(token -> call.out().println(line(token)));
        }
    }

    private static String line(Token token) {
        var who = token.identity();
        var end = token.expires().map(e -> (token.holds(Instant.now()) ? "until " : "expired ") + TimeText.write(e)).orElse("");
        return "%-20s %-7s %-20s %s".formatted(who.name(), who.role().word(), who.scope().isEmpty() ? "all studies" : String.join(",", who.scope()), end).stripTrailing();
    }

    private static void revoke(Call call, TokenFile file) {
        var name = call.need(1, "the name of a token");
        if (!file.remove(name)) {
            var names = file.tokens().stream().map(t -> t.identity().name()).toList();
            throw new UsageException("There is no token '%s'.%s".formatted(name, Nearest.question(name, names).map(q -> "\n" + q).orElse("")));
        }
    }
}
