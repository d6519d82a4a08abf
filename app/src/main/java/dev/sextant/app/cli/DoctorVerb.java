package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.List;

/// `doctor`: what is wrong on this machine.
final class DoctorVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("doctor", "what is wrong on this machine, and what to do about it").flags(Usage.JSON)
                .examples("sextant doctor", "sextant doctor --home /lustre/me/.sextant");
    }

    @Override
    public ExitCode run(Call call) {
        List<Finding> findings = new ArrayList<>(Examination.of(call));
        if (call.has(Usage.JSON)) {
            call.out().println(Finding.json(findings));
        } else {
            findings.forEach(f -> call.out().println(f.line()));
        }
        return findings.stream().anyMatch(f -> f.grade() == Finding.Grade.BAD) ? ExitCode.MACHINE_FAILED : ExitCode.DONE;
    }
}
