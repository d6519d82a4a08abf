package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/// One axis of a search space.
///
/// @param standard the default, a value of the domain
/// @param condition an expression over other parameters; the parameter has a value only where it holds
public record Parameter(String name, Domain domain, Optional<Value> standard, Optional<String> condition) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    public Parameter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("""
                    '%s' is not a parameter name.
                    A name starts with a letter or _ and goes on with letters, digits, _ . or -.""".formatted(name));
        }
        var allowed = domain;
        standard = standard.map(given -> allowed.accept(given).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s': the default %s is not allowed; allowed: %s."
                        .formatted(name, given.text(), allowed.allowed()))));
    }

    /// A parameter that is always active and has no default.
    public static Parameter of(String name, Domain domain) {
        return new Parameter(name, domain, Optional.empty(), Optional.empty());
    }

    public Parameter withDefault(Value value) {
        return new Parameter(name, domain, Optional.of(value), condition);
    }

    public Parameter onlyIf(String expression) {
        return new Parameter(name, domain, standard, Optional.of(expression));
    }

    /// The default, or the middle where none was given.
    public Value start() {
        return standard.orElseGet(domain::middle);
    }
}
