package dev.sextant.app.cli;

/// `rename`: gives a study another name.
final class RenameVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("rename", "gives a study another name").words("STUDY NAME", 2)
                .examples("sextant rename lenet lenet-before-fix", "sextant rename train-1f3a lenet");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        var name = call.need(0, "the study");
        var other = call.need(1, "the new name");
        studies.home().rename(name, other);
        return ExitCode.DONE;
    }
}
