package dev.sextant.run.figure;

/// A text that counts how often it is looked at, so that a regular expression cannot look for ever.
final class MeteredText implements CharSequence {
    /// More looks were taken than were paid for.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("The text was looked at too often.", null, false, false);
        }
    }

    private final String text;
    private long left;

    MeteredText(String text, long looks) {
        this.text = text;
        left = looks;
    }

    /// The looks that remain.
    long left() {
        return left;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
