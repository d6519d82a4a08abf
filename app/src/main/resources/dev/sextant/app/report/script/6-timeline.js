// Which trial ran when on which slot, and below how many ran at once.
function timelineOption(colours, narrow) {
  const { start, slots, bars, load, interval } = study.timeline;
  const detailed = bars.trial.length > 0;
  const end = start + interval * load.length;
  const time = { ...axisLook(colours), type: 'time', min: start, max: end, splitNumber: narrow ? 3 : 8, splitLine: { show: false } };
  delete time.axisLabel.formatter;
  const running = load.map((value, i) => [start + interval * (i + 0.5), value]);
  const loadTop = detailed ? '70%' : 30;
  return {
    grid: (detailed ? [{ left: 52, right: 16, top: 30, height: '52%' }] : []).concat([{ left: 52, right: 16, top: loadTop, bottom: 28 }]),
    toolbox: saveButton(colours, narrow, study.study + '-timeline'),
    tooltip: tooltip(colours, mark => mark.seriesName === 'running' ? tip([['running', short(mark.value[1])], ['of slots', slots]]) : barTip(bars, mark.value[4])),
    xAxis: (detailed ? [{ ...time, gridIndex: 0, axisLabel: { show: false }, axisTick: { show: false } }] : []).concat([{ ...time, gridIndex: detailed ? 1 : 0 }]),
    yAxis: (detailed ? [{ ...axisLook(colours), type: 'value', inverse: true, min: 0, max: slots, gridIndex: 0, minInterval: 1, name: 'slot', nameLocation: 'start', splitLine: { show: false }, axisLabel: { show: false }, axisTick: { show: false } }] : [])
      .concat([{ ...axisLook(colours), type: 'value', min: 0, max: slots, gridIndex: detailed ? 1 : 0, splitNumber: 2, minInterval: 1, name: 'trials at once', nameTextStyle: { color: colours.soft, align: 'left' } }]),
    dataZoom: [{ type: 'inside', xAxisIndex: detailed ? [0, 1] : [0], zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false, moveOnMouseWheel: false }],
    series: (detailed ? [barSeries(bars, start, colours)] : []).concat([
      { name: 'running', type: 'line', step: 'middle', symbol: 'none', lineStyle: { width: 1.5, color: colours.running }, areaStyle: { color: colours.running, opacity: 0.25 }, itemStyle: { color: colours.running }, xAxisIndex: detailed ? 1 : 0, yAxisIndex: detailed ? 1 : 0, data: running },
    ]),
  };
}

function barSeries(bars, start, colours) {
  const colourOf = state => colours[state] ?? (state === 'complete' ? colours.dot : colours.soft);
  return {
    name: 'slots', type: 'custom', clip: true, encode: { x: [0, 1], y: 2 },
    renderItem: (_, api) => {
      const [left, top] = api.coord([api.value(0), api.value(2)]);
      const [right, bottom] = api.coord([api.value(1), api.value(2) + 1]);
      const gap = Math.min(2, (bottom - top) * 0.15);
      return { type: 'rect', shape: { x: left, y: top + gap, width: Math.max(1, right - left - 0.75), height: Math.max(1, bottom - top - 2 * gap) }, style: { fill: colourOf(study.states[api.value(3)]), opacity: 0.85 } };
    },
    data: bars.trial.map((_, i) => [start + bars.from[i], start + bars.to[i], bars.slot[i], bars.state[i], i]),
  };
}

function barTip(bars, index) {
  return tip([
    ['trial', bars.trial[index] + ', ' + study.states[bars.state[index]]], ['slot', bars.slot[index]],
    ['ran', duration((bars.to[index] - bars.from[index]) / 1000)], ['from', new Date(study.timeline.start + bars.from[index]).toLocaleString()],
  ]);
}
