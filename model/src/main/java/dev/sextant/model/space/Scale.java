package dev.sextant.model.space;

/// How numbers of a range are spread: evenly, or evenly in their logarithm.
public enum Scale {
    LINEAR,
    LOG
}
