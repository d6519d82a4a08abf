package dev.sextant.wire.study;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.FormException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what stands behind a domain and is no part of it: `:around=1e-3`, `:spread=3`, `:was=0.1`.
final class BeliefText {
    private static final List<String> OPTIONS = List.of("around", "spread", "was");

    private final String name;
    private final Map<String, Span> given = new HashMap<>();

    private BeliefText(String name) {
        this.name = name;
    }

    /// Where in a domain's text the first of these begins; its length if there is none.
    static int begin(Span body) {
        return OPTIONS.stream().map(o -> body.indexOf(":" + o + "=")).filter(i -> i >= 0).min(Integer::compare)
                .orElse(body.text().length());
    }

    /// A parameter with what a text says about it.
    ///
    /// @param text from the first `:` on
    static Parameter read(Parameter parameter, Span text) {
        var reader = new BeliefText(parameter.name());
        text.after(1).split(':').forEach(reader::option);
        return reader.with(parameter);
    }

    private void option(Span option) {
        int equals = option.indexOf("=");
        var key = option.text().substring(0, Math.max(0, equals));
        if (!OPTIONS.contains(key)) {
            throw option.at().error("Parameter '%s': '%s' stands before %s.".formatted(name, option.shown(), String.join(", ", OPTIONS)));
        }
        if (given.put(key, option.after(equals + 1)) != null) {
            throw option.at().error("Parameter '%s': '%s' is given twice.".formatted(name, key));
        }
        if (option.after(equals + 1).text().isEmpty()) {
            throw option.end().error("Parameter '%s': a value is missing behind '%s='.".formatted(name, key));
        }
    }

    private Parameter with(Parameter parameter) {
        var was = span("was").map(s -> ParameterForm.located(s.at(), () -> parameter.formerly(value(s)))).orElse(parameter);
        span("spread").filter(_ -> span("around").isEmpty()).ifPresent(s -> {
            throw s.at().error("Parameter '%s': 'spread' says how far good values lie around a value; 'around' is missing.".formatted(name));
        });
        return span("around").map(s -> ParameterForm.located(span("spread").orElse(s).at(), () -> was.withPrior(prior(s)))).orElse(was);
    }

    private Prior prior(Span around) {
        return span("spread").map(s -> Prior.around(value(around), number(s))).orElseGet(() -> Prior.around(value(around)));
    }

    private Optional<Span> span(String key) {
        return Optional.ofNullable(given.get(key));
    }

    private static Value value(Span span) {
        return Value.of(span.text());
    }

    private double number(Span span) {
        return Stream.of(span.text()).filter(Numbers::isNumber).map(Double::parseDouble).filter(Double::isFinite).findFirst()
                .orElseThrow(() -> notANumber(span));
    }

    private FormException notANumber(Span span) {
        return span.at().error("Parameter '%s': the spread '%s' is not a number.".formatted(name, span.shown()));
    }
}
