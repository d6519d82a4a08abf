package dev.sextant.run.join;

import dev.sextant.model.trial.Lease;
import dev.sextant.wire.tree.JsonWriter;

/// An attempt of which a worker owes the server the end.
record Owed(String study, int trial, int attempt) {
    static Owed of(String study, Lease lease) {
        return new Owed(study, lease.trial(), lease.attempt());
    }

    /// The members, into an object that was begun.
    void write(JsonWriter json) {
        json.name("study").text(study).name("trial").whole(trial).name("attempt").whole(attempt);
    }

    /// The path of a route of its trial.
    String path(String route) {
        return "/api/v1/studies/%s/trials/%d/%s".formatted(study, trial, route);
    }

    @Override
    public String toString() {
        return "trial %d of '%s'".formatted(trial, study);
    }
}
