import { get, of, query } from './api.js';
import { element } from './dom.js';
import { chart, parameterAxis, tip, tooltip } from './chart.js';
import { cut, short } from './format.js';

// What a model expects of two parameters together, or how unsure it is.
export function contour(context) {
  const across = element('select', { 'aria-label': 'Parameter across' });
  const up = element('select', { 'aria-label': 'Parameter up' });
  const what = element('select', { 'aria-label': 'What is drawn' }, element('option', { value: 'expected' }, 'expected value'), element('option', { value: 'deviation' }, 'how unsure'));
  const made = chart({ title: 'What a model expects', option, height: 300, zoom: false, csv: rows, summary: data => 'Over ' + data.across.name + ' and ' + data.up.name + '.' });
  const nothing = element('p', { class: 'soft' });
  const panel = element('section', { class: 'panel' }, made.box, element('div', { class: 'tools' }, across, ' × ', up, what), nothing);
  let parameters = [];
  let points = null;
  let shown = null;

  async function load(chosen = true) {
    try {
      const data = await get(query(of(context.name, 'model', 'surface'), chosen ? { across: across.value, up: up.value } : {}));
      nothing.textContent = data.nothing ?? '';
      made.box.hidden = Boolean(data.nothing) && !shown;
      if (data.nothing) return;
      across.value = data.across;
      up.value = data.up;
      const find = name => parameters.find(parameter => parameter.name === name);
      shown = { ...data, across: find(data.across), up: find(data.up) };
      made.name('What a model expects of ' + data.metric);
      made.say('All other parameters as in the best trial. The stronger the colour, the ' + (what.value === 'expected' ? 'better' : 'less sure') + '; dots are trials.');
      draw();
    } catch (refused) {
      nothing.textContent = refused.message;
    }
  }

  function draw() {
    const width = points.parameters.length;
    const [x, y] = [shown.across, shown.up].map(parameter => points.parameters.findIndex(one => one.name === parameter.name) + 1);
    made.show({ ...shown, what: what.value, objective: points.objectives[0],
      dots: points.lines.filter(line => line[x] !== null && line[y] !== null).slice(-300).map(line => [line[x], line[y], line[width + 1], line[0]]) });
  }

  [across, up].forEach(select => select.addEventListener('change', () => load()));
  what.addEventListener('change', () => load());

  return {
    element: panel,
    start(data) {
      points = data;
      parameters = data.parameters;
      for (const select of [across, up]) select.replaceChildren(...parameters.map(parameter => element('option', { value: parameter.name }, parameter.name)));
      load(false);
    },
    dispose: () => made.dispose(),
  };
}

function option(data, shades) {
  const cells = [];
  data[data.what].forEach((column, x) => column.forEach((value, y) => cells.push([x, y, value])));
  const values = cells.map(cell => cell[2]);
  const strongIsHigh = data.what === 'deviation' || data.objective.goal === 'max';
  return {
    grid: { left: 8, right: 64, top: 24, bottom: 26, containLabel: true },
    tooltip: tooltip(shades, at => at.seriesName === 'trials'
      ? tip([['trial', at.value[3]], [data.across.name, readable(data.across, data.dots[at.dataIndex][0])], [data.up.name, readable(data.up, data.dots[at.dataIndex][1])], [data.objective.metric, short(at.value[2])]])
      : tip([[data.across.name, readable(data.across, data.xs[at.value[0]])], [data.up.name, readable(data.up, data.ys[at.value[1]])], [data.what, short(at.value[2])]])),
    xAxis: [{ type: 'category', data: data.xs.map(value => coarse(data.across, value)), name: data.across.name, nameLocation: 'middle', nameGap: 24, axisLabel: { color: shades.soft, hideOverlap: true }, nameTextStyle: { color: shades.soft }, axisLine: { lineStyle: { color: shades.line } } },
      { ...parameterAxis(shades, data.across), show: false }],
    yAxis: [{ type: 'category', data: data.ys.map(value => coarse(data.up, value)), name: cut(data.up.name, 16), axisLabel: { color: shades.soft, hideOverlap: true }, nameTextStyle: { color: shades.soft }, axisLine: { lineStyle: { color: shades.line } } },
      { ...parameterAxis(shades, data.up), show: false }],
    visualMap: { type: 'continuous', seriesIndex: 0, dimension: 2, min: Math.min(...values), max: Math.max(...values), right: 0, top: 'middle', itemHeight: 140, itemWidth: 12, precision: 4, textStyle: { color: shades.soft, fontSize: 11 }, text: [short(Math.max(...values)), short(Math.min(...values))], inRange: { color: strongIsHigh ? shades.ramp : [...shades.ramp].reverse() } },
    series: [{ name: 'model', type: 'heatmap', data: cells, progressive: 0 },
      { name: 'trials', type: 'scatter', xAxisIndex: 1, yAxisIndex: 1, symbolSize: 5, itemStyle: { color: '#fff', borderColor: '#000', borderWidth: 1, opacity: 0.9 }, data: data.dots }],
  };
}

const readable = (parameter, value) => parameter.kind === 'number' ? short(value) : cut(String(parameter.values[value]), 12);

// Cells are wide: two digits name them well enough on an axis.
const coarse = (parameter, value) => parameter.kind === 'number' ? short(parameter.whole ? value : Number(value.toPrecision(2))) : readable(parameter, value);

const rows = data => [[data.across.name, data.up.name, data.what], ...data[data.what].flatMap((column, x) => column.map((value, y) => [data.xs[x], data.ys[y], value]))];
