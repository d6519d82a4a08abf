package dev.sextant.app.cli;

import dev.sextant.run.machine.Machine;
import dev.sextant.run.machine.Slots;

/// `tune`: creates or continues a study and runs it here.
final class TuneVerb implements Verb {
    private static final Flag NEW = Flag.onOff("--new", "a new study, NAME-2, if the name is taken by a different one");
    private static final Flag MACHINE_GPUS = Flag.of("--machine-gpus", "0,1", "the GPUs of this machine, instead of asking nvidia-smi");

    @Override
    public Usage usage() {
        return Usage.of("tune", "runs a study on this machine: a new one, or goes on with a stored one")
                .words("[FILE|STUDY] [flags]", 1).rest("-- COMMAND…")
                .flags(StudyFlags.all()).flags(NEW, MACHINE_GPUS, Screens.QUIET, Usage.JSON)
                .examples("sextant tune -p lr=1e-5..1e-1:log -p act=relu,tanh --metric accuracy:max -- python3 train.py",
                        "sextant tune lenet --trials 200");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        var request = StudyRequest.of(call);
        if (!studies.names().contains(request.spec().name())) {
            studies.create(request.spec(), request.settings());
        }
        var slots = Slots.of(request.settings(), Machine.here());
        call.err().println(slots.why());
        return new Tuning(call, studies.hold(request.spec().name()), slots).run(request.settings());
    }
}
