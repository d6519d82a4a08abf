package dev.sextant.model.event;

import java.time.Instant;

/// An event in its place.
///
/// @param position from 0, without gaps
/// @param at to the millisecond
public record Logged(long position, Instant at, StudyEvent event) {}
