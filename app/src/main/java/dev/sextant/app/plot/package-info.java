/// Charts of a study as SVG and PNG, drawn without a browser. Start with [Plot][dev.sextant.app.plot.Plot].
///
/// A chart is a function from results to a [Scene][dev.sextant.app.plot.Scene], a flat list of marks; two writers draw
/// scenes. Axes know where a value lies and which ticks are nice. Only the PNG writer touches `java.desktop`.
package dev.sextant.app.plot;
