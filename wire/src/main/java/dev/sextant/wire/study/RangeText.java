package dev.sextant.wire.study;

import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Reads `LOWER..UPPER`, `LOWER..UPPER:log` and `LOWER..UPPER:step=STEP`.
final class RangeText {
    private static final String NUMBER = "numbers are written as 5, -0.5 or 1e-3";

    private final String name;
    private final List<String> notices;
    private boolean log;
    private Optional<Span> step = Optional.empty();

    RangeText(String name, List<String> notices) {
        this.name = name;
        this.notices = notices;
    }

    Domain read(Span body) {
        var parts = body.split(':');
        var ends = parts.getFirst();
        int dots = ends.indexOf("..");
        if (dots < 0) {
            throw ends.at().error("Parameter '%s': a ':' stands before the '..'; options such as :log come behind the range."
                    .formatted(name));
        }
        parts.subList(1, parts.size()).forEach(this::option);
        var low = number(ends.until(dots), "lower end");
        var high = number(ends.after(dots + 2), "upper end");
        boolean whole = Numbers.isWhole(low.text()) && Numbers.isWhole(high.text());
        var domain = ParameterForm.domainOf("Parameter '%s'".formatted(name), body.at(), () -> whole ? whole(low, high) : real(low, high));
        var end = whole ? high.text() : Numbers.text(Double.parseDouble(high.text()));
        notices.addAll(RangeNotices.of(name, domain, end));
        RangeNotices.wholeUnit(name, domain).ifPresent(notices::add);
        return domain;
    }

    private void option(Span option) {
        if (option.text().equals("log") && !log) {
            log = true;
        } else if (option.text().startsWith("step=") && step.isEmpty()) {
            step = Optional.of(number(option.after("step=".length()), "step"));
        } else {
            refuseTwice(option);
            var question = Nearest.question(option.text(), List.of("log", "step", "around", "spread", "was")).map(q -> "\n" + q).orElse("");
            throw option.at().error("Parameter '%s': a range has no option '%s'; allowed: log, step=NUMBER, around=VALUE, spread=NUMBER, was=VALUE.%s"
                    .formatted(name, option.shown(), question));
        }
        if (log && step.isPresent()) {
            throw option.at().error("Parameter '%s': a range has a log scale or a step, not both.".formatted(name));
        }
    }

    private void refuseTwice(Span option) {
        if (option.text().equals("log") || option.text().startsWith("step=")) {
            throw option.at().error("Parameter '%s': '%s' is given twice.".formatted(name, option.shown()));
        }
    }

    private Span number(Span span, String what) {
        if (!Numbers.isNumber(span.text())) {
            throw span.at().error("Parameter '%s': the %s %s; %s.".formatted(name, what,
                    span.text().isEmpty() ? "is missing" : "'" + span.shown() + "' is not a number", NUMBER));
        }
        if (!Double.isFinite(Double.parseDouble(span.text()))) {
            throw span.at().error("Parameter '%s': %s is too large; numbers go up to 1.8e308.".formatted(name, span.shown()));
        }
        return span;
    }

    private Domain whole(Span low, Span high) {
        long lower = exact(low);
        long upper = exact(high);
        long by = step.map(this::exact).orElse(1L);
        return lower == upper ? new Constant(new Value.Int(lower))
                : new IntRange(lower, upper, log ? Scale.LOG : Scale.LINEAR, by);
    }

    private long exact(Span span) {
        if (!Numbers.isWhole(span.text())) {
            throw span.at().error(("Parameter '%s': the step %s of a range of whole numbers must be whole.\n"
                    + "A point in either end makes the range real: 0.0..1.0:step=0.1")
                    .formatted(name, span.shown()));
        }
        if (span.text().length() > 17 || Math.abs(Long.parseLong(span.text())) > Numbers.MAX_WHOLE) {
            throw span.at().error("Parameter '%s': whole numbers lie within ±2^53, which %s does not.\nWith a point it is a real number."
                    .formatted(name, span.shown()));
        }
        return Long.parseLong(span.text());
    }

    private Domain real(Span low, Span high) {
        double lower = Double.parseDouble(low.text());
        double upper = Double.parseDouble(high.text());
        if (lower == upper) {
            return new Constant(new Value.Real(lower));
        }
        return step.<Domain>map(by -> SteppedRange.of(lower, upper, Double.parseDouble(by.text())))
                .orElseGet(() -> new RealRange(lower, upper, log ? Scale.LOG : Scale.LINEAR));
    }
}
