// Two objectives against each other, and the front: what cannot be had better in one without loss in the other.
function frontOption(colours, narrow) {
  const onFront = new Set(study.front);
  const point = row => [onAxis(0, rows.metrics[0][row]), onAxis(1, rows.metrics[1][row]), row];
  const complete = allRows().filter(row => valueOf(0, row) !== null && valueOf(1, row) !== null);
  const front = complete.filter(row => onFront.has(rows.trial[row])).sort((a, b) => rows.metrics[0][a] - rows.metrics[0][b]);
  const others = complete.filter(row => !onFront.has(rows.trial[row]));
  const goal = objective => study.objectives[objective].goal === 'max' ? 'more is better' : 'less is better';
  const name = objective => cut(study.objectives[objective].metric, 24) + ' (' + goal(objective) + ')';
  return {
    grid: { left: 8, right: 16, top: 62, bottom: 28, containLabel: true },
    legend: { left: 0, top: 0, data: ['front', 'other trials'], textStyle: { color: colours.soft } },
    toolbox: saveButton(colours, narrow, study.study + '-front'),
    tooltip: tooltip(colours, shown => trialTip(shown.value[2])),
    xAxis: { ...valueAxis(colours, 0), name: name(0), nameLocation: 'middle', nameGap: 26 },
    yAxis: { ...valueAxis(colours, 1), name: name(1), nameTextStyle: { color: colours.soft, align: 'left' } },
    series: [
      { name: 'other trials', type: 'scatter', large: others.length > 2000, progressive: 0, symbolSize: others.length > 2000 ? 3 : 6, itemStyle: { color: colours.dot, opacity: 0.55 }, data: others.map(point) },
      { name: 'front', type: 'line', step: study.objectives[0].goal === 'max' ? 'start' : 'end', symbol: 'circle', symbolSize: 8, lineStyle: { color: colours.best, width: 1.5 }, itemStyle: { color: colours.best }, z: 5, data: front.map(point) },
    ],
  };
}
