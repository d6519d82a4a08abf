// What a model expects over the two parameters that mattered most: a cell for each pair of values.
function surfaceOption(colours) {
  const { across, up, xs, ys, expected } = study.model.surface;
  const [x, y] = [study.parameters[across], study.parameters[up]];
  const cells = xs.flatMap((_, i) => ys.map((_, j) => [i, j, expected[i][j]]));
  const values = cells.map(cell => cell[2]);
  const ramp = study.objectives[0].goal === 'max' ? colours.ramp : [...colours.ramp].reverse();
  const shown = thin(allRows().filter(row => valueOf(0, row) !== null && rows.parameters[across][row] !== null && rows.parameters[up][row] !== null), 0, 600);
  const best = shown[shown.length - 1];
  const point = row => [rows.parameters[across][row], rows.parameters[up][row], row];
  return {
    grid: { left: 8, right: 24, top: 30, bottom: 28, containLabel: true },
    tooltip: tooltip(colours, mark => mark.seriesIndex === 0
      ? tip([[x.name, short(placeText(x, xs[mark.value[0]]))], [y.name, short(placeText(y, ys[mark.value[1]]))], ['expected', short(mark.value[2])]]) : trialTip(mark.value[2])),
    visualMap: { show: false, type: 'continuous', dimension: 2, min: Math.min(...values), max: Math.max(...values), inRange: { color: ramp }, seriesIndex: 0 },
    xAxis: surfaceAxis(colours, x, { nameLocation: 'middle', nameGap: 26 }),
    yAxis: surfaceAxis(colours, y, { nameTextStyle: { color: colours.soft, align: 'left' } }),
    series: [
      { type: 'custom', clip: true, data: cells, encode: { tooltip: [2] }, renderItem: (area, api) => surfaceCell(area, api, xs, ys) },
      { type: 'scatter', symbolSize: 6, itemStyle: { color: colours.ink, borderColor: colours.page, borderWidth: 1 }, data: shown.map(point) },
      { type: 'scatter', symbol: 'circle', symbolSize: 15, itemStyle: { color: 'transparent', borderColor: colours.page, borderWidth: 2.5 }, clip: false, z: 5, data: best === undefined ? [] : [point(best)] },
    ],
  };
}

const placeText = (parameter, place) => parameter.kind === 'number' ? place : parameter.values[place];

const surfaceAxis = (colours, parameter, more) => ({
  ...(parameter.kind === 'number' ? numberAxis(colours, parameter)
    : { ...axisLook(colours), type: 'value', min: -0.5, max: parameter.values.length - 0.5, interval: 1, axisLabel: { ...axisLook(colours).axisLabel, formatter: place => cut(parameter.values[Math.round(place)] ?? '', 14) } }),
  splitLine: { show: false }, name: cut(parameter.name, 40), ...more,
});

// From half way to the neighbour on one side to half way to the other; the outermost reach the edge.
function surfaceCell(area, api, xs, ys) {
  const [i, j] = [api.value(0), api.value(1)];
  const across = k => api.coord([xs[k], ys[j]])[0];
  const up = k => api.coord([xs[i], ys[k]])[1];
  const { x, y, width, height } = area.coordSys;
  const left = i > 0 ? (across(i - 1) + across(i)) / 2 : x;
  const right = i < xs.length - 1 ? (across(i) + across(i + 1)) / 2 : x + width;
  const bottom = j > 0 ? (up(j - 1) + up(j)) / 2 : y + height;
  const top = j < ys.length - 1 ? (up(j) + up(j + 1)) / 2 : y;
  return { type: 'rect', shape: { x: left, y: top, width: right - left + 0.5, height: bottom - top + 0.5 }, style: { fill: api.visual('color') } };
}
