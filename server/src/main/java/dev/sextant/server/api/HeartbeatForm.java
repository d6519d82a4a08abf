package dev.sextant.server.api;

import dev.sextant.server.api.Workers.Heartbeat;
import dev.sextant.server.api.Workers.Running;
import dev.sextant.wire.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads heartbeats.
final class HeartbeatForm {
    private static final List<String> MEMBERS = List.of("running", "host", "slots", "leaving");

    private HeartbeatForm() {}

    static Heartbeat read(Node.Obj body) {
        for (var member : body.members()) {
            if (!MEMBERS.contains(member.name())) {
                throw member.at().error("A heartbeat has no member '%s'; members: %s.".formatted(member.name(), String.join(", ", MEMBERS)));
            }
        }
        return new Heartbeat(body.find("running").map(Node.Member::value).map(HeartbeatForm::running).orElse(List.of()),
                find(body, "host", HeartbeatForm::text), find(body, "slots", HeartbeatForm::whole),
                find(body, "leaving", HeartbeatForm::flag).orElse(false));
    }

    private static <T> Optional<T> find(Node.Obj object, String name, Function<Node.Member, T> reading) {
        return object.find(name).map(reading);
    }

    private static List<Running> running(Node node) {
        if (node instanceof Node.Arr list) {
            return list.items().stream().map(HeartbeatForm::one).toList();
        }
        throw node.at().error("'running' must be a list of {\"study\":…,\"trial\":…,\"attempt\":…}, not %s.".formatted(node.shown()));
    }

    private static Running one(Node item) {
        if (item instanceof Node.Obj object && object.members().size() == 3) {
            var study = find(object, "study", HeartbeatForm::text);
            var trial = find(object, "trial", HeartbeatForm::whole);
            var attempt = find(object, "attempt", HeartbeatForm::whole);
            if (study.isPresent() && trial.isPresent() && attempt.isPresent()) {
                return new Running(study.get(), Math.toIntExact(trial.get()), Math.toIntExact(attempt.get()));
            }
        }
        throw item.at().error("An item of 'running' must be {\"study\":…,\"trial\":…,\"attempt\":…}, not %s.".formatted(item.shown()));
    }

    private static boolean flag(Node.Member member) {
        if (member.value() instanceof Node.Bool(boolean on, _)) {
            return on;
        }
        throw member.value().at().error("'%s' must be true or false, not %s.".formatted(member.name(), member.value().shown()));
    }

    private static String text(Node.Member member) {
        if (member.value() instanceof Node.Text(String text, _)) {
            return text;
        }
        throw member.value().at().error("'%s' must be a text, not %s.".formatted(member.name(), member.value().shown()));
    }

    private static long whole(Node.Member member) {
        if (member.value() instanceof Node.Num number && number.isWhole() && number.literal().length() <= 9 && !number.literal().startsWith("-")) {
            return Long.parseLong(number.literal());
        }
        throw member.value().at().error("'%s' must be a whole number of at most 9 digits, not %s.".formatted(member.name(), member.value().shown()));
    }
}
