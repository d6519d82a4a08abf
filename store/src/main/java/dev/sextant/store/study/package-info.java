/// A study that a store has opened, whatever keeps it: [StoredView][dev.sextant.store.study.StoredView] to read it,
/// [StoredStudy][dev.sextant.store.study.StoredStudy] to write it.
package dev.sextant.store.study;
