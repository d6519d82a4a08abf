/// The trials of a study for other programs: CSV, JSON, JSON lines. Start with
/// [Export][dev.sextant.app.export.Export]; it may use the view of a study and the writing of JSON.
package dev.sextant.app.export;
