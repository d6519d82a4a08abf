/// How good the proposals of strategies are, beside those of other programs: problems, runs, and reports.
///
/// Start with [HowGoodAreProposals][dev.sextant.bench.quality.HowGoodAreProposals]. Formulas and tables exist once, here;
/// drivers of other programs ask [Evaluations][dev.sextant.bench.quality.Evaluations] for values.
package dev.sextant.bench.quality;
