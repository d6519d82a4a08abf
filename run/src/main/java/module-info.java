/// Starts programs on this machine, watches them, and reads figures out of what they print.
@org.jspecify.annotations.NullMarked
module dev.sextant.run {
    requires static transitive org.jspecify;

    exports dev.sextant.run.launch;
}
