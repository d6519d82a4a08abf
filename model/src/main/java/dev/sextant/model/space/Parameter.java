package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/// One axis of a search space.
///
/// @param standard the default, a value of the domain
/// @param condition an expression over other parameters; the parameter has a value only where it holds
/// @param prior where good values are believed to lie
/// @param was a value of the domain: what the program did before the space had this parameter, or where it was inactive
public record Parameter(String name, Domain domain, Optional<Value> standard, Optional<String> condition, Optional<Prior> prior,
        Optional<Value> was) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    public Parameter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("""
                    '%s' is not a parameter name.
                    A name starts with a letter or _ and goes on with letters, digits, _ . or -.""".formatted(name));
        }
        standard = standard.map(given -> accepted(name, domain, "default", given));
        prior = prior.map(given -> given.in(name, domain));
        was = was.map(given -> accepted(name, domain, "old value", given));
    }

    static Value accepted(String name, Domain domain, String what, Value given) {
        return domain.accept(given).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s': the %s %s is not allowed; allowed: %s.".formatted(name, what, given.text(), domain.allowed())));
    }

    /// A parameter about which nothing is known.
    public Parameter(String name, Domain domain, Optional<Value> standard, Optional<String> condition) {
        this(name, domain, standard, condition, Optional.empty(), Optional.empty());
    }

    /// A parameter that is always active and has no default.
    public static Parameter of(String name, Domain domain) {
        return new Parameter(name, domain, Optional.empty(), Optional.empty());
    }

    public Parameter withDefault(Value value) {
        return new Parameter(name, domain, Optional.of(value), condition, prior, was);
    }

    public Parameter onlyIf(String expression) {
        return new Parameter(name, domain, standard, Optional.of(expression), prior, was);
    }

    public Parameter withPrior(Prior belief) {
        return new Parameter(name, domain, standard, condition, Optional.of(belief), was);
    }

    /// With what the program did where it had no value of this parameter.
    public Parameter formerly(Value value) {
        return new Parameter(name, domain, standard, condition, prior, Optional.of(value));
    }

    /// The default; where none was given, where good values are believed to lie, else the middle.
    public Value start() {
        return standard.or(() -> prior.map(Prior::around)).orElseGet(domain::middle);
    }
}
