package dev.sextant.server.view;

/// The rows that answer a question about the trials, kept for the next page of the same answer. Immutable.
final class Ranking {
    private final String question;
    private final long seen;
    private final int[] rows;

    /// @param seen how many events stood behind it; negative if that is not known, so that it answers nothing twice
    Ranking(String question, long seen, int... rows) {
        this.question = question;
        this.seen = seen;
        this.rows = rows;
    }

    boolean answers(String other, long now) {
        return seen >= 0 && seen == now && question.equals(other);
    }

    int[] rows() {
        return rows;
    }
}
