package dev.sextant.server.request;

import java.util.Locale;

/// The kinds of errors; their words never change.
public enum ErrorCode {
    /// The line is not one JSON object.
    NOT_JSON,
    /// The line or body is longer than its door takes.
    TOO_LONG,
    /// No request has this name.
    UNKNOWN_REQUEST,
    /// The request will come with a later version.
    NOT_IN_THIS_VERSION,
    /// A member of the request is unknown, missing, or not what it must be; a study cannot be understood.
    WRONG_FORM,
    /// There is no study of this name.
    UNKNOWN_STUDY,
    /// There is another study of this name.
    STUDY_EXISTS,
    /// The study has no trial of this number.
    UNKNOWN_TRIAL,
    /// No trial is complete yet.
    NO_RESULT,
    /// What the request asks for cannot be done with this study or trial.
    NOT_ALLOWED,
    /// The key of the request was used for another one.
    CONFLICT,
    /// Another process holds the study.
    HELD,
    /// The strategy cannot go on.
    STRATEGY_BROKE,
    /// The study could not be written or read.
    STORE_FAILED,
    /// A mistake in Sextant.
    INTERNAL;

    /// The lower-case word of the lines.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
