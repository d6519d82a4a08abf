package dev.sextant.wire.study;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The grammar of `-p NAME=DOMAIN`, described in `docs/reference/parameters.md`:
/// ```
/// lr=1e-5..1e-1:log@1e-3    layers=1..6    size=16,32,64:ordered    'degree=2..4 if kernel==poly'
/// ```
public final class DomainText {
    private static final String EXAMPLES = "Examples: lr=1e-5..1e-1:log  layers=1..6  act=relu,tanh";

    private final Source source;
    private final List<String> notices = new ArrayList<>();

    private DomainText(Source source) {
        this.source = source;
    }

    /// A parameter, and what may surprise in it.
    public record Noted(Parameter parameter, List<String> notices) {
        public Noted {
            notices = List.copyOf(notices);
        }
    }

    /// Reads a parameter; linear in the length of the text.
    ///
    /// @param source the argument of `-p`
    /// @throws dev.sextant.wire.tree.FormException that shows the place of the mistake
    public static Noted read(Source source) {
        var reader = new DomainText(source);
        var parameter = reader.parameter(source.text());
        return new Noted(parameter, reader.notices);
    }

    /// The text that [#read(Source)] reads back as this parameter; empty if only a file can say it, as words with
    /// blanks, or a choice of a single value, which would read back as a constant.
    public static Optional<String> write(Parameter parameter) {
        return DomainWriter.write(parameter);
    }

    private Parameter parameter(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw at(text.length()).error("Expected NAME=DOMAIN.\n" + EXAMPLES);
        }
        var named = ParameterForm.located(at(0), () -> Parameter.of(text.substring(0, equals), new Bool(true)));
        int condition = text.indexOf(" if ", equals);
        int end = condition < 0 ? text.length() : condition;
        var plain = domain(named.name(), new Span(source, equals + 1, end).trimmed());
        return condition < 0 ? plain : plain.onlyIf(condition(condition + 4));
    }

    private String condition(int from) {
        var condition = source.text().substring(from).strip();
        if (condition.isEmpty()) {
            throw at(source.text().length()).error("Expected a condition after 'if'.\nExample: 'degree=2..4 if kernel==poly'");
        }
        return condition;
    }

    private Parameter domain(String name, Span whole) {
        int mark = whole.indexOf("@");
        var body = mark < 0 ? whole : whole.until(mark);
        if (body.text().isEmpty()) {
            throw body.at().error("Parameter '%s' has no domain.\n%s".formatted(name, EXAMPLES));
        }
        int beliefs = BeliefText.begin(body);
        var plain = body.until(beliefs);
        var domain = plain.indexOf("..") >= 0 ? new RangeText(name, notices).read(plain) : ListText.read(name, plain);
        var parameter = beliefs == body.text().length() ? Parameter.of(name, domain)
                : BeliefText.read(Parameter.of(name, domain), body.after(beliefs));
        return mark < 0 ? parameter : withDefault(parameter, whole.after(mark + 1));
    }

    private static Parameter withDefault(Parameter parameter, Span given) {
        if (given.text().isEmpty()) {
            throw given.at().error("Parameter '%s': expected the default after @.".formatted(parameter.name()));
        }
        if (given.indexOf("@") >= 0) {
            throw given.at(given.indexOf("@")).error("Parameter '%s': a second default begins here; there is one."
                    .formatted(parameter.name()));
        }
        if (given.indexOf(":") >= 0) {
            throw given.at(given.indexOf(":")).error("Parameter '%s': the default comes last, behind %s."
                    .formatted(parameter.name(), given.text().substring(given.indexOf(":"))));
        }
        return ParameterForm.located(given.at(), () -> parameter.withDefault(Value.of(given.text())));
    }

    private Position at(int offset) {
        return source.at(offset);
    }
}
