/// Spans of time, sizes and moments as people write and read them. Start with
/// [DurationText][dev.sextant.wire.text.DurationText].
package dev.sextant.wire.text;
