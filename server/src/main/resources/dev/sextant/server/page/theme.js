// Runs before the first paint, so that the page never flashes in the other colours.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('sextant-theme');
  } catch {
    // no storage: the system's colours
  }
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
})();
