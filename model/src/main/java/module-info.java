import org.jspecify.annotations.NullMarked;

/// The nouns: values, expressions, search space, study, trial, resources, events. Values only; no I/O, no clock,
/// no threads.
@NullMarked
module dev.sextant.model {
    requires static transitive org.jspecify;

    exports dev.sextant.model.event;
    exports dev.sextant.model.expression;
    exports dev.sextant.model.resource;
    exports dev.sextant.model.space;
    exports dev.sextant.model.study;
    exports dev.sextant.model.text;
    exports dev.sextant.model.trial;
    exports dev.sextant.model.value;
}
