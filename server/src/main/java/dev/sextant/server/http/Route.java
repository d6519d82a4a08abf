package dev.sextant.server.http;

import dev.sextant.server.access.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One method at one path.
///
/// @param path `/api/v1/studies/{study}/trials/{trial}`; a last place `{name…}` stands for one step or several
/// @param roles who may take it besides administrators; empty if even those may who show no token
/// @param type of a body
public record Route(String method, String path, Set<Role> roles, boolean open, String type, Action action) {
    private static final String SEVERAL = "…}";

    /// For everybody, without a token.
    public static Route open(String method, String path, Action action) {
        return new Route(method, path, Set.of(), true, Reply.JSON, action);
    }

    /// For those with a role.
    public static Route to(String method, String path, Set<Role> roles, Action action) {
        var all = EnumSet.of(Role.ADMIN);
        all.addAll(roles);
        return new Route(method, path, Collections.unmodifiableSet(all), false, Reply.JSON, action);
    }

    /// This with bodies of another type.
    public Route taking(String other) {
        return new Route(method, path, roles, open, other, action);
    }

    /// This with something done after its action, however that ended and before anybody hears of it.
    public Route ending(Runnable last) {
        return new Route(method, path, roles, open, type, visit -> {
            try {
                return action.act(visit);
            } finally {
                last.run();
            }
        });
    }

    /// What stands in the places of the path; empty if the path is another one.
    ///
    /// @param steps of the path that was asked for, decoded
    Optional<Map<String, String>> match(List<String> steps) {
        var own = steps(path);
        boolean several = path.endsWith(SEVERAL);
        if (several ? own.size() > steps.size() : own.size() != steps.size()) {
            return Optional.empty();
        }
        var place = new HashMap<String, String>();
        for (int i = 0; i < own.size(); i++) {
            var step = own.get(i);
            if (step.endsWith(SEVERAL)) {
                place.put(step.substring(1, step.length() - SEVERAL.length()), String.join("/", steps.subList(i, steps.size())));
            } else if (step.startsWith("{")) {
                place.put(step.substring(1, step.length() - 1), steps.get(i));
            } else if (!step.equals(steps.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(place);
    }

    /// The steps of a path without the empty one at its beginning.
    static List<String> steps(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
