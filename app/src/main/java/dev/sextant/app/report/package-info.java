/// A study as one HTML file that needs nothing else: no network, no server. Start with
/// [Report][dev.sextant.app.report.Report]; it may use the results and the model.
package dev.sextant.app.report;
