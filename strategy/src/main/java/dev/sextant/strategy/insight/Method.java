package dev.sextant.strategy.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How importance is measured.
public enum Method {
    /// How differently a parameter is spread over the best trials and over all.
    PED_ANOVA("ped-anova"),
    /// The share of the objective's variance over the space that a parameter explains.
    FANOVA("fanova");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /// The word of the command line.
    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Method::word).toList();
    }

    /// The method with a word, if there is one.
    public static Optional<Method> of(String word) {
        return Arrays.stream(values()).filter(method -> method.word.equals(word)).findFirst();
    }
}
