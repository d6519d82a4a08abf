package dev.sextant.store.sql;

import dev.sextant.model.event.Logged;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.OptionalLong;

/// What one commit does to a study.
///
/// @param events that it appends, in order
/// @param trials as they are after them, each once
/// @param settings the position of the event that brings new settings; empty if none does
public record Change(List<Logged> events, List<TrialRecord> trials, OptionalLong settings) {}
