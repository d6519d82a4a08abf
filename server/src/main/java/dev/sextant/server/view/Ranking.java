package dev.sextant.server.view;

/// The rows that answer a question about the trials, kept for the next page of the same answer. Immutable.
final class Ranking {
    private final String question;
    private final long seen;
    private final int matching;
    private final int[] rows;

    /// @param seen how many events stood behind it; negative if that is not known, so that it answers nothing twice
    /// @param matching how many rows there are; of these, the first ones are known
    Ranking(String question, long seen, int matching, int... rows) {
        this.question = question;
        this.seen = seen;
        this.matching = matching;
        this.rows = rows;
    }

    /// Whether it answers a question as far as row `until`.
    boolean answers(String other, long now, long until) {
        return seen >= 0 && seen == now && question.equals(other) && (until <= rows.length || rows.length == matching);
    }

    int matching() {
        return matching;
    }

    int[] rows() {
        return rows;
    }
}
