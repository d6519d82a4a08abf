// Every trial by its number, and the best so far as a line that never gets worse.
const MARKS = {
  failed: { symbol: 'path://M1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5L0 1Z', size: 7, colour: 'failed' },
  lost: { symbol: 'diamond', size: 7, colour: 'lost' },
  running: { symbol: 'circle', size: 7, colour: 'running' },
};

function historyOption(objective) {
  return (colours, narrow) => {
    const { steps } = study.objectives[objective];
    const bottom = padded(study.objectives[objective]).min;
    const complete = allRows().filter(row => valueOf(objective, row) !== null);
    const large = complete.length > 2000;
    const line = steps.concat(steps.length ? [[study.lastTrial, steps[steps.length - 1][1]]] : []);
    const rug = Object.entries(MARKS).map(([state, mark]) => rugSeries(state, mark, colours, bottom)).filter(series => series.data.length);
    return {
      grid: { left: 8, right: 24, top: 44, bottom: 28, containLabel: true },
      legend: { left: 0, top: 0, itemWidth: 14, textStyle: { color: colours.soft }, inactiveColor: colours.line },
      toolbox: saveButton(colours, narrow, study.study + '-history'),
      tooltip: tooltip(colours, shown => shown.seriesName === 'best so far' ? tip([['best so far', short(shown.value[1])], ['since trial', shown.value[0]]]) : trialTip(shown.value[2])),
      xAxis: { ...axisLook(colours), type: 'value', name: 'trial', nameLocation: 'middle', nameGap: 26, min: 0, max: Math.max(1, study.lastTrial), minInterval: 1, splitLine: { show: false } },
      yAxis: valueAxis(colours, objective),
      series: [
        { name: 'trials', type: 'scatter', large, largeThreshold: 2000, progressive: 0, symbolSize: large ? 3 : complete.length > 300 ? 5 : 7, itemStyle: { color: colours.dot, opacity: large ? 0.5 : 0.65 },
          data: complete.map(row => [rows.trial[row], onAxis(objective, rows.metrics[objective][row]), row]) },
        ...rug,
        { name: 'best so far', type: 'line', step: 'end', symbol: 'circle', symbolSize: steps.length > 60 ? 0 : 5, showAllSymbol: true, lineStyle: { width: 2.5, color: colours.best }, itemStyle: { color: colours.best }, z: 5,
          data: line.map(([trial, value]) => [trial, onAxis(objective, value)]) },
      ],
    };
  };
}

// Trials without a value stand along the bottom, so that they are seen.
function rugSeries(state, mark, colours, bottom) {
  const code = study.states.indexOf(state);
  const data = allRows().filter(row => rows.state[row] === code).map(row => [rows.trial[row], bottom, row]);
  const many = data.length > 300;
  return {
    name: state, type: 'scatter', progressive: 0, symbol: many ? 'rect' : mark.symbol, symbolSize: many ? [1.5, 9] : mark.size,
    itemStyle: { color: colours[mark.colour], opacity: many ? 0.5 : 1 }, clip: false, z: 4, data,
  };
}
