import { axisLook, chart, clamp, parameterAxis, tip, tooltip } from './chart.js';
import { count, cut, literal, named, plural, short } from './format.js';
import { trial as address } from './route.js';
import { settled } from './dom.js';

const INACTIVE = 'inactive';
const AXES = 12;
const NARROW = 640;

// Parallel coordinates: an axis a parameter, the objectives last. `brushed(where)` hears which trials were chosen, in the
// language of filters.
export function parallelChart(context, brushed) {
  const made = chart({ title: 'Parameters together', option, height: 300, csv: rows, summary, zoom: false, after: listen });
  let listening = false;
  let axes = [];
  let chosen = '';

  function listen(drawn) {
    if (listening) return;
    listening = true;
    drawn.on('axisareaselected', settled(() => {
      const where = expression(drawn);
      if (where === chosen) return;
      chosen = where;
      brushed(where);
    }, 150));
    drawn.on('click', shown => Number.isInteger(shown.value?.at?.(-1)) && (location.hash = address(context.name, shown.value.at(-1))));
  }

  function expression(drawn) {
    return drawn.getModel().findComponents({ mainType: 'parallelAxis' })
      .map((axis, index) => comparison(axes[index], axis.activeIntervals ?? [])).filter(Boolean).join(' and ');
  }

  made.take = data => {
    made.name('Parameters together, ' + plural(data.of, 'complete trial'));
    made.say((data.lines.length < data.of ? 'Lines: ' + count(data.lines.length) + ' of ' + count(data.of) + ', the best quarter of them kept. ' : '')
      + (data.parameters.length > AXES ? 'The first ' + AXES + ' of ' + data.parameters.length + ' parameters. ' : '')
      + 'The stronger the colour, the better. Drag along an axis to filter.');
    made.grow(made.place.clientWidth < NARROW ? 60 * Math.min(AXES, data.parameters.length + data.objectives.length) + 40 : 300);
    made.show(data);
  };

  made.forget = () => {
    if (chosen && made.drawn) made.draw(true);
    chosen = '';
  };

  made.isBrushed = () => chosen !== '';

  function option(data, shades, narrow) {
    const shown = data.parameters.slice(0, AXES);
    const empty = shown.map((_, index) => data.lines.some(line => line[index + 1] === null));
    axes = [...shown.map((parameter, index) => ({ ...parameter, hasInactive: empty[index] })), ...data.objectives.map(objective => ({ ...objective, name: objective.metric, kind: 'number' }))];
    const first = data.objectives[0];
    const width = data.parameters.length;
    return {
      parallel: narrow ? { layout: 'vertical', left: 30, right: 30, top: 34, bottom: 26 } : { left: 46, right: 66, top: 40, bottom: 22 },
      parallelAxis: axes.map((axis, dim) => ({ ...axisOf(axis, shades), dim, name: cut(axis.name, 18), ...(narrow ? { nameLocation: 'start', nameTextStyle: { align: 'left', verticalAlign: 'bottom', padding: [0, 0, 10, 0], color: shades.ink }, nameGap: 0 } : { nameGap: 14 }) })),
      visualMap: { show: false, type: 'continuous', dimension: axes.length, min: first.log ? Math.log(first.low) : first.low, max: first.log ? Math.log(first.high) : first.high, inRange: { color: first.goal === 'max' ? shades.ramp : [...shades.ramp].reverse() } },
      tooltip: tooltip(shades, at => tip([['trial', at.value.at(-1)], ...axes.map((axis, index) => [axis.name, readable(axis, at.value[index])])])),
      series: [{ type: 'parallel', progressive: 0, cursor: 'pointer', inactiveOpacity: 0.03, emphasis: { lineStyle: { width: 3, opacity: 1 } },
        lineStyle: { width: data.lines.length > 100 ? 1 : 1.5, opacity: data.lines.length > 300 ? 0.3 : data.lines.length > 80 ? 0.5 : 0.8 },
        data: [...data.lines].sort((one, other) => lossOf(first, other[width + 1]) - lossOf(first, one[width + 1])).map(line => row(line, shown.length, width, data.objectives)) }],
    };
  }

  function row(line, shown, width, objectives) {
    const values = axes.slice(0, shown).map((axis, index) => place(axis, line[index + 1]));
    const results = objectives.map((objective, index) => line[width + 1 + index] === null ? null : clamp(line[width + 1 + index], objective));
    return [...values, ...results, objectives[0].log ? Math.log(results[0]) : results[0], line[0]];
  }

  return made;
}

const lossOf = (objective, value) => objective.goal === 'max' ? -value : value;

function axisOf(axis, shades) {
  const look = axis.goal ? { ...axisLook(shades), type: axis.log ? 'log' : 'value', min: axis.low, max: axis.high, scale: true }
    : axis.kind === 'number' ? { ...parameterAxis(shades, axis), min: axis.hasInactive ? below(axis) : axis.low }
      : { ...axisLook(shades), type: 'category', data: (axis.hasInactive ? [INACTIVE] : []).concat(axis.values.map(String)) };
  return { ...look, nameTextStyle: { color: shades.ink, fontSize: 12 }, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: shades.soft } }, areaSelectStyle: { width: 16, color: shades.best, borderColor: shades.best, opacity: 0.25 },
    axisLabel: { ...look.axisLabel, fontSize: 11, margin: 6, showMinLabel: true, showMaxLabel: true, formatter: value => axis.kind === 'number' && !axis.goal && axis.hasInactive && value < axis.low ? INACTIVE : typeof value === 'number' ? short(value) : cut(String(value), 12) } };
}

// Where the lines of trials run in which the parameter is inactive: below the range.
const below = ({ low, high, log }) => log ? low / (high / low || 10) ** 0.12 : low - (high - low || 1) * 0.12;

function place(axis, value) {
  if (axis.kind === 'number') return value === null ? below(axis) : value;
  return value === null ? 0 : value + (axis.hasInactive ? 1 : 0);
}

function readable(axis, value) {
  if (axis.goal) return short(value);
  if (axis.kind === 'number') return value < axis.low ? INACTIVE : short(value);
  const index = value - (axis.hasInactive ? 1 : 0);
  return index < 0 ? INACTIVE : String(axis.values[index]);
}

// The intervals of an axis in the language of filters.
function comparison(axis, intervals) {
  const parts = intervals.map(([from, to]) => axis.kind === 'number' ? range(axis, from, to) : choice(axis, from, to)).filter(Boolean);
  return parts.length > 1 ? '(' + parts.join(' or ') + ')' : parts[0] ?? '';
}

function range(axis, from, to) {
  const [low, high] = [Math.max(axis.low, from), Math.min(axis.high, to)];
  const round = (value, up) => axis.whole ? (up ? Math.ceil(value) : Math.floor(value)) : Number(value.toPrecision(4));
  const said = [low > axis.low && named(axis.name) + ' >= ' + round(low, true), high < axis.high && named(axis.name) + ' <= ' + round(high, false)].filter(Boolean);
  return said.join(' and ');
}

function choice(axis, from, to) {
  const shift = axis.hasInactive ? 1 : 0;
  const wanted = axis.values.filter((_, index) => index + shift >= Math.ceil(from) && index + shift <= Math.floor(to));
  if (!wanted.length || wanted.length === axis.values.length) return '';
  const said = wanted.map(value => named(axis.name) + ' == ' + (typeof value === 'string' ? literal(value) : value));
  return said.length > 1 ? '(' + said.join(' or ') + ')' : said[0];
}

const summary = data => plural(data.lines.length, 'line') + ' over ' + plural(data.parameters.length, 'parameter') + '.';

const rows = data => [['trial', ...data.parameters.map(one => one.name), ...data.objectives.map(one => one.metric)],
  ...data.lines.map(line => line.map((value, index) => {
    const parameter = data.parameters[index - 1];
    return parameter && parameter.kind !== 'number' && value !== null ? parameter.values[value] : value;
  }))];
