/// The folder in which studies lie, and who holds which of them. Start with [Home][dev.sextant.store.home.Home].
package dev.sextant.store.home;
