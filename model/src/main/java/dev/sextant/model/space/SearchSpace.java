package dev.sextant.model.space;

import dev.sextant.model.expression.Expression;
import dev.sextant.model.expression.Truth;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The set of configurations a study may try: parameters with distinct names, conditions that never circle, and
/// constraints. Immutable; equal when parameters, constraints and version are equal.
public final class SearchSpace {
    private final List<Parameter> parameters;
    private final List<String> constraints;
    private final int version;
    private final LinkedHashMap<String, Parameter> byName = new LinkedHashMap<>();
    private final Map<String, Expression> conditions = new HashMap<>();
    private final List<Expression> required;
    private final List<Parameter> parentsFirst;
    private final List<ElementList> lists;

    /// @param version 1 for the space a study was created with, one more for each evolution of it
    /// @throws dev.sextant.model.expression.ExpressionException if a condition or constraint cannot be read
    public SearchSpace(List<Parameter> parameters, List<String> constraints, int version) {
        this.parameters = List.copyOf(parameters);
        this.constraints = List.copyOf(constraints);
        this.version = version;
        if (this.parameters.isEmpty()) {
            throw new IllegalArgumentException("A search space needs at least one parameter.");
        }
        this.parameters.forEach(this::register);
        var scope = new SpaceScope(byName);
        this.parameters.forEach(p -> p.condition().ifPresent(c -> conditions.put(p.name(), Expression.parse(c, scope))));
        this.required = this.constraints.stream().map(c -> Expression.parse(c, scope)).toList();
        this.parentsFirst = ParentsFirst.order(this.parameters, conditions);
        this.lists = new FoundLists(this.parameters, byName).all();
    }

    /// A first version without constraints.
    public static SearchSpace of(Parameter... parameters) {
        return new SearchSpace(List.of(parameters), List.of(), 1);
    }

    /// This space with further constraints.
    public SearchSpace require(String... more) {
        var all = new ArrayList<>(constraints);
        all.addAll(List.of(more));
        return new SearchSpace(parameters, all, version);
    }

    private void register(Parameter parameter) {
        if (byName.put(parameter.name(), parameter) != null) {
            throw new IllegalArgumentException("Parameter '%s' is defined twice.".formatted(parameter.name()));
        }
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /// The lists that some of the parameters are, in their order: a view for whoever can use more than the parameters say.
    public List<ElementList> lists() {
        return lists;
    }

    /// The texts of the constraints.
    public List<String> constraints() {
        return constraints;
    }

    public int version() {
        return version;
    }

    public Optional<Parameter> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The parameter with a name.
    ///
    /// @throws IllegalArgumentException that lists the nearest names if there is none
    public Parameter parameter(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no parameter '%s'. %s"
                .formatted(name, Nearest.question(name, byName.keySet())
                        .orElse("Parameters: " + String.join(", ", byName.keySet()) + "."))));
    }

    /// The names that the condition of a parameter mentions; empty if it is always active.
    public List<String> parents(String name) {
        var condition = conditions.get(name);
        return condition == null ? List.of() : condition.names();
    }

    /// Whether any parameter has a condition.
    public boolean isConditional() {
        return !conditions.isEmpty();
    }

    /// The configuration whose active parameters take the values that `pick` answers. Parents are picked before the
    /// parameters that depend on them; `pick` is asked for active parameters only. Constraints are not looked at.
    ///
    /// @param pick answers a value of the parameter's domain
    public Configuration configuration(Function<Parameter, Value> pick) {
        var picked = new HashMap<String, Value>();
        for (var parameter : parentsFirst) {
            if (isActive(parameter, picked)) {
                picked.put(parameter.name(), pick.apply(parameter));
            }
        }
        return inOrder(picked);
    }

    private Configuration inOrder(Map<String, Value> picked) {
        var ordered = new LinkedHashMap<String, Value>();
        for (var parameter : parameters) {
            var value = picked.get(parameter.name());
            if (value != null) {
                ordered.put(parameter.name(), value);
            }
        }
        return new Configuration(ordered);
    }

    private boolean isActive(Parameter parameter, Map<String, Value> values) {
        var condition = conditions.get(parameter.name());
        return condition == null || condition.test(name -> Optional.ofNullable(values.get(name))) == Truth.TRUE;
    }

    /// The configuration of all defaults, or middles where there is no default.
    public Configuration start() {
        return configuration(Parameter::start);
    }

    /// The canonical configuration that given values mean; active parameters that are not given take their
    /// [Parameter#start].
    ///
    /// @throws IllegalArgumentException if a name is unknown, a value is not allowed, or a given parameter is inactive
    public Configuration accept(Map<String, Value> given) {
        var accepted = new LinkedHashMap<String, Value>();
        given.forEach((name, value) -> accepted.put(name, acceptValue(parameter(name), value)));
        var configuration = configuration(p -> accepted.getOrDefault(p.name(), p.start()));
        for (var name : accepted.keySet()) {
            if (configuration.value(name).isEmpty()) {
                throw new IllegalArgumentException("""
                        Parameter '%s' is inactive in this configuration: it needs %s.
                        Leave it out, or change the parameters it depends on."""
                        .formatted(name, parameter(name).condition().orElse("")));
            }
        }
        return configuration;
    }

    /// A configuration of another version of this space, as one of this; empty if it does not fit.
    ///
    /// Every active parameter takes the value it had there; one that had none takes [Parameter#was]. It does not fit if
    /// such a value is missing or no longer allowed, or if a constraint is broken. Values of parameters that are gone are
    /// forgotten. O(parameters).
    public Optional<Configuration> fit(Configuration other) {
        var missing = new boolean[1];
        var fitted = configuration(parameter -> {
            var value = other.value(parameter.name()).or(parameter::was).flatMap(parameter.domain()::accept);
            missing[0] |= value.isEmpty();
            return value.orElseGet(parameter::start);
        });
        return missing[0] || !allows(fitted) ? Optional.empty() : Optional.of(fitted);
    }

    /// This space as the next version of another one, whose trials stay evidence: [Parameter#was] of a new parameter is
    /// its default unless it was said, and what was said for earlier versions holds on.
    public SearchSpace after(SearchSpace former) {
        var remembering = parameters.stream().map(p -> p.was().isPresent() ? p : formerly(p, former.find(p.name()))).toList();
        return new SearchSpace(remembering, constraints, former.version + 1);
    }

    private static Parameter formerly(Parameter parameter, Optional<Parameter> former) {
        var old = former.isPresent() ? former.get().was().flatMap(parameter.domain()::accept) : parameter.standard();
        return old.map(parameter::formerly).orElse(parameter);
    }

    private static Value acceptValue(Parameter parameter, Value value) {
        return parameter.domain().accept(value).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s': %s is not allowed; allowed: %s."
                        .formatted(parameter.name(), value.text(), parameter.domain().allowed())));
    }

    /// The first constraint that a configuration breaks. A constraint that names an inactive parameter is kept.
    public Optional<String> broken(Configuration configuration) {
        for (int i = 0; i < required.size(); i++) {
            var expression = required.get(i);
            if (expression.test(configuration::value) == Truth.FALSE
                    && expression.names().stream().allMatch(n -> configuration.value(n).isPresent())) {
                return Optional.of(constraints.get(i));
            }
        }
        return Optional.empty();
    }

    /// Whether a configuration keeps every constraint.
    public boolean allows(Configuration configuration) {
        return broken(configuration).isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchSpace that && version == that.version && parameters.equals(that.parameters)
                && constraints.equals(that.constraints);
    }

    @Override
    public int hashCode() {
        return 31 * parameters.hashCode() + constraints.hashCode();
    }

    @Override
    public String toString() {
        return "SearchSpace" + byName.keySet();
    }
}
