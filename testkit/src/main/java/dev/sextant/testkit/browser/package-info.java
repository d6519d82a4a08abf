/// A real browser that looks at the page: [dev.sextant.testkit.browser.Browser].
package dev.sextant.testkit.browser;
