/// The JSON of what happened in a study, for the store and for `events --json`. Start with
/// [EventForm][dev.sextant.wire.event.EventForm].
package dev.sextant.wire.event;
