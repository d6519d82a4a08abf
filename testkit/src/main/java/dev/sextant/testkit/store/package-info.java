/// What every store promises. Start with [StoreContract][dev.sextant.testkit.store.StoreContract].
package dev.sextant.testkit.store;
