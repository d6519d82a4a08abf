/// The page that people look at, as files: HTML, styles, and modules of script without a build step; `main.js` begins.
/// It speaks to the routes of the API only. Start with [PageFiles][dev.sextant.server.page.PageFiles].
package dev.sextant.server.page;
