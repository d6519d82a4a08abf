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
/// @param path `/api/v1/studies/{study}/trials/{trial}`
/// @param roles who may take it besides administrators; empty if even those may who show no token
public record Route(String method, String path, Set<Role> roles, boolean open, Action action) {
    /// For everybody, without a token.
    public static Route open(String method, String path, Action action) {
        return new Route(method, path, Set.of(), true, action);
    }

    /// For those with a role.
    public static Route to(String method, String path, Set<Role> roles, Action action) {
        var all = EnumSet.of(Role.ADMIN);
        all.addAll(roles);
        return new Route(method, path, Collections.unmodifiableSet(all), false, action);
    }

    /// What stands in the places of the path; empty if the path is another one.
    ///
    /// @param steps of the path that was asked for, decoded
    Optional<Map<String, String>> match(List<String> steps) {
        var own = steps(path);
        if (own.size() != steps.size()) {
            return Optional.empty();
        }
        var place = new HashMap<String, String>();
        for (int i = 0; i < own.size(); i++) {
            var step = own.get(i);
            if (step.startsWith("{")) {
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
