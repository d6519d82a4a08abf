package dev.sextant.bench.chaos;

/// What a client was told, and wrote down.
sealed interface Note {
    /// It was given an attempt to run.
    record Given(String client, Attempt attempt) implements Note {}

    /// Its result was taken.
    record Told(Attempt attempt, double value) implements Note {}

    /// Its configuration became a trial.
    sealed interface Made extends Note {
        double x();

        int trial();

        /// What the log calls it.
        String origin();
    }

    /// Its configuration is to be tried next.
    record Enqueued(double x, int trial) implements Made {
        @Override
        public String origin() {
            return "enqueued";
        }
    }

    /// Its result of elsewhere was taken.
    record Added(double x, double value, int trial) implements Made {
        @Override
        public String origin() {
            return "added";
        }
    }
}
