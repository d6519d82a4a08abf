/// Starts programs on this machine, watches them, and reads figures out of what they print.
@org.jspecify.annotations.NullMarked
module dev.sextant.run {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;
    requires transitive dev.sextant.wire;
    requires tools.jackson.core;

    exports dev.sextant.run.artifact;
    exports dev.sextant.run.command;
    exports dev.sextant.run.figure;
    exports dev.sextant.run.join;
    exports dev.sextant.run.launch;
    exports dev.sextant.run.machine;
    exports dev.sextant.run.orphan;
    exports dev.sextant.run.output;
    exports dev.sextant.run.worker;
}
