// One small chart a parameter: its values against an objective, later trials in stronger colours.
const SLICE_POINTS = 2500;
let sliceObjective = 0;

function sliceOption(index) {
  return (colours, narrow) => {
    const parameter = study.parameters[index];
    const candidates = allRows().filter(row => valueOf(sliceObjective, row) !== null && rows.parameters[index][row] !== null);
    const shown = thin(candidates, sliceObjective, SLICE_POINTS);
    const isNumber = parameter.kind === 'number';
    const best = shown[shown.length - 1];
    const point = row => [isNumber ? rows.parameters[index][row] : spread(index, row), onAxis(sliceObjective, rows.metrics[sliceObjective][row]), rows.trial[row], row];
    return {
      grid: { left: 4, right: 24, top: 10, bottom: 4, containLabel: true },
      tooltip: tooltip(colours, mark => trialTip(mark.value[3])),
      visualMap: { show: false, type: 'continuous', dimension: 2, min: 0, max: Math.max(1, study.lastTrial), inRange: { color: colours.ramp }, seriesIndex: 0 },
      xAxis: isNumber ? { ...numberAxis(colours, parameter), splitLine: { show: false }, splitNumber: 4 } : categoryAxes(colours, parameter),
      yAxis: { ...valueAxis(colours, sliceObjective), splitNumber: 4 },
      series: [
        { type: 'scatter', progressive: 0, symbolSize: shown.length > 400 ? 4 : 6, itemStyle: { opacity: shown.length > 400 ? 0.55 : 0.8 }, data: shown.map(point) },
        { type: 'scatter', symbol: 'circle', symbolSize: 11, itemStyle: { color: 'transparent', borderColor: colours.best, borderWidth: 2.5 }, z: 5, data: best === undefined ? [] : [point(best)] },
        ...expectation(colours, index),
      ],
    };
  };
}

// What a model expects of the first objective: a line, and one deviation to both sides.
function expectation(colours, index) {
  const spots = sliceObjective === 0 && study.model ? study.model.slices[index] : [];
  const line = (column, width, type) => ({ type: 'line', symbol: 'none', silent: true, z: 3, data: spots.map(spot => [spot[0], spot[column]]), lineStyle: { width, type, color: colours.running } });
  return spots.length > 1 ? [line(1, 2, 'solid'), line(2, 1, 'dotted'), line(3, 1, 'dotted')] : [];
}

// Values of a category side by side, each trial at its own place, so that they do not hide one another.
function spread(index, row) {
  const noise = Math.abs(Math.sin((rows.trial[row] + 1) * 12.9898) * 43758.5453) % 1;
  return rows.parameters[index][row] + (noise - 0.5) * 0.55;
}

// The labels stand on an axis of categories, the points on one of numbers over the same length.
const categoryAxes = (colours, { values }) => [
  { type: 'value', show: false, min: -0.5, max: values.length - 0.5 },
  { ...axisLook(colours), type: 'category', data: values, position: 'bottom', axisTick: { show: false }, splitLine: { show: false },
    axisLabel: { ...axisLook(colours).axisLabel, hideOverlap: true, formatter: value => cut(value, values.length > 4 ? 8 : 14) } },
];
