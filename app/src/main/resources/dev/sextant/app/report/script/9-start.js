// Puts the page to work.
function startCopyButtons() {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = 'Selected: press Ctrl-C';
      }
      setTimeout(() => { button.textContent = label; }, 2500);
    });
  }
}

study.objectives.forEach((_, objective) => chart('history-' + objective, historyOption(objective)));
chart('front', frontOption);
chart('hypervolume', hypervolumeOption);
const parallel = chart('parallel', parallelOption);
if (parallel) {
  axisChoices(parallel);
  parallel.height = parallelHeight;
  parallel.after = drawn => {
    drawn.off('axisareaselected');
    drawn.on('axisareaselected', () => setFilter(brushedFilter(drawn)));
  };
}
study.parameters.forEach((_, index) => chart('slice-' + index, sliceOption(index)));
document.getElementById('slice-objective')?.addEventListener('change', event => {
  sliceObjective = Number(event.target.value);
  redraw();
});
chart('surface', surfaceOption);
chart('timeline', timelineOption);
startTable();
startCopyButtons();
startCharts();
document.documentElement.dataset.ready = 'yes';
