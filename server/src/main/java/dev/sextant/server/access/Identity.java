package dev.sextant.server.access;

import java.util.List;

/// Who stands at the door.
///
/// @param name of the token, or of the user where none is needed
/// @param scope which studies may be seen: names, or beginnings of names that end with `*`; empty for all
public record Identity(String name, Role role, List<String> scope) {
    /// Whoever reaches a door that only the user of this process can reach.
    public static final Identity LOCAL = new Identity("local", Role.ADMIN, List.of());

    /// Whoever asks for what everybody may see.
    public static final Identity NOBODY = new Identity("", Role.READ, List.of());

    public Identity {
        scope = List.copyOf(scope);
    }

    /// Whether a study may be seen.
    public boolean sees(String study) {
        return scope.isEmpty() || scope.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? study.startsWith(pattern.substring(0, pattern.length() - 1))
                : study.equals(pattern));
    }
}
