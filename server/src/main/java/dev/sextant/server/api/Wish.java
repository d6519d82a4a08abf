package dev.sextant.server.api;

import dev.sextant.model.text.Nearest;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What somebody who asks for trials says besides: how many, of what, and how long he would wait.
///
/// @param patience how long the answer may be kept back
/// @param worker in whose name trials are asked
/// @param studies the only ones he wants; empty for any
/// @param without those that he cannot use
/// @param commands whether only studies with a command are meant
record Wish(int count, Duration patience, Optional<String> worker, List<String> studies, List<String> without,
        boolean commands) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    /// @param known the members that may stand there
    static Wish of(Node.Obj body, List<String> known) {
        for (var member : body.members()) {
            if (!known.contains(member.name())) {
                throw member.at().error("There is no member '%s' here; members: %s.%s".formatted(member.name(), String.join(", ", known),
                        Nearest.question(member.name(), known).map(q -> "\n" + q).orElse("")));
            }
        }
        return new Wish(body.find("count").map(Wish::count).orElse(1), body.find("wait").map(Wish::wait).orElse(Duration.ZERO),
                body.find("worker").map(Wish::text), body.find("studies").map(Wish::names).orElse(List.of()),
                body.find("without").map(Wish::names).orElse(List.of()),
                body.find("commands").map(Wish::flag).orElse(false));
    }

    private static int count(Node.Member member) {
        if (member.value() instanceof Node.Num number && number.isWhole() && number.literal().length() <= 6) {
            int count = Integer.parseInt(number.literal());
            if (count >= 1 && count <= MOST) {
                return count;
            }
        }
        throw wrong(member, "a whole number from 1 to " + MOST);
    }

    private static Duration wait(Node.Member member) {
        if (member.value() instanceof Node.Text(String text, _)) {
            var wait = DurationText.read(Source.argument("wait", text));
            if (wait.compareTo(LONGEST) <= 0) {
                return wait;
            }
        }
        throw wrong(member, "a duration of at most 1m, such as \"30s\"");
    }

    private static String text(Node.Member member) {
        return text(member, member.value());
    }

    private static String text(Node.Member member, Node value) {
        if (value instanceof Node.Text(String text, _) && !text.isEmpty() && text.length() <= 100) {
            return text;
        }
        throw wrong(member, "a text of 1 to 100 characters");
    }

    private static List<String> names(Node.Member member) {
        if (member.value() instanceof Node.Arr list) {
            return list.items().stream().map(item -> text(member, item)).toList();
        }
        throw wrong(member, "a list of names");
    }

    private static boolean flag(Node.Member member) {
        if (member.value() instanceof Node.Bool(boolean on, _)) {
            return on;
        }
        throw wrong(member, "true or false");
    }

    private static FormException wrong(Node.Member member, String wanted) {
        return member.value().at().error("'%s' must be %s, not %s.".formatted(member.name(), wanted, member.value().shown()));
    }
}
