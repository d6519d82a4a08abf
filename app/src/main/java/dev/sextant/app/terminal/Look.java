package dev.sextant.app.terminal;

import java.util.Locale;
import java.util.Map;

/// What a terminal can show.
///
/// @param colour whether ANSI colours may be used
/// @param unicode whether it shows more than ASCII
public record Look(boolean colour, boolean unicode) {
    /// What the environment says: no colour with `NO_COLOR` set or on a dumb terminal, no Unicode unless the locale is
    /// UTF-8.
    public static Look of(Map<String, String> environment) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Look(!dumb && !noColour, !dumb && isUtf8(environment));
    }

    private static boolean isUtf8(Map<String, String> environment) {
        for (var name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return false;
    }

    String paint(Ink ink, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + ink.code() + "m" + text + "\u001b[0m" : text;
    }

    /// Of two texts that mean the same, the one that the terminal can show.
    String either(String rich, String plain) {
        return unicode ? rich : plain;
    }

    /// The colours, which mean the same everywhere and are told apart by the colour-blind.
    enum Ink {
        GOOD("36"),
        BAD("31"),
        BUSY("33"),
        QUIET("2"),
        STRONG("1");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
