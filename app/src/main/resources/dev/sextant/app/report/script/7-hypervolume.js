// How much the front has come to dominate, trial by trial.
function hypervolumeOption(colours, narrow) {
  const { steps } = study.hypervolume;
  const line = [[steps[0][0], 0], ...steps, [study.lastTrial, steps[steps.length - 1][1]]];
  return {
    grid: { left: 8, right: 24, top: 44, bottom: 28, containLabel: true },
    toolbox: saveButton(colours, narrow, study.study + '-hypervolume'),
    tooltip: tooltip(colours, shown => tip([['hypervolume', short(shown.value[1])], ['since trial', shown.value[0]]])),
    xAxis: { ...axisLook(colours), type: 'value', name: 'trial', nameLocation: 'middle', nameGap: 26, min: 0, max: Math.max(1, study.lastTrial), minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axisLook(colours), type: 'value', name: 'hypervolume', nameTextStyle: { color: colours.soft, align: 'left' }, min: 0, max: 1 },
    series: [
      { name: 'hypervolume', type: 'line', step: 'end', symbol: 'circle', symbolSize: steps.length > 60 ? 0 : 5, showAllSymbol: true, lineStyle: { width: 2.5, color: colours.best }, itemStyle: { color: colours.best }, data: line },
    ],
  };
}
