package dev.sextant.checks.border;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class that crosses a border on purpose: a rule that does not notice it guards nothing.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Breaks {
    /// The description of the rule, as it stands in [Borders].
    ///
    /// @return the description
    String value();
}
