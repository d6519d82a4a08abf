/// The search space: domains, parameters with conditions, constraints, and configurations. Start with
/// [SearchSpace][dev.sextant.model.space.SearchSpace]; it may use values and expressions, nothing else.
package dev.sextant.model.space;
