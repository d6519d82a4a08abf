/// A study as one HTML file that needs nothing else: no network, no server. Start with
/// [Report][dev.sextant.app.report.Report]; it may use the results, the model, and the quoting of
/// command lines.
package dev.sextant.app.report;
