/// What a study came to, ready to be shown: best so far, the front, who ran where and when, why trials failed. Start
/// with [Results][dev.sextant.app.results.Results]; it may use the model and the view of a study, nothing else.
package dev.sextant.app.results;
