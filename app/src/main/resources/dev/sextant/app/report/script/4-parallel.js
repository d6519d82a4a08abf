// Parallel coordinates: one axis a parameter, the objectives last. Brushing an axis filters the table.
const PARALLEL_LINES = 800;
const PARALLEL_AXES = 8;
const shownAxes = new Set([...study.parameters.keys()].slice(0, PARALLEL_AXES));
const ROOM_OF_AXIS = 58;
const INACTIVE = 'inactive';
// The axes on which some lines stand for no value.
let inactiveAxes = new Set();

function parallelOption(colours, narrow) {
  const axes = [...shownAxes].sort((a, b) => a - b);
  const complete = thin(allRows().filter(isComplete), 0, PARALLEL_LINES);
  inactiveAxes = new Set(axes.filter(index => complete.some(row => rows.parameters[index][row] === null)));
  const dimensions = axes.map(index => parameterAxis(index, colours)).concat(study.objectives.map((_, i) => objectiveAxis(i, colours)));
  const { low, high, log, goal } = study.objectives[0];
  const ramp = goal === 'max' ? colours.ramp : [...colours.ramp].reverse();
  return {
    parallel: narrow
      ? { layout: 'vertical', left: 26, right: 30, top: 34, bottom: 26, parallelAxisDefault: { nameLocation: 'start', nameGap: 8 } }
      : { left: 56, right: 84, top: 46, bottom: 26, parallelAxisDefault: { nameGap: 16 } },
    parallelAxis: dimensions.map((axis, dim) => ({ ...axis, dim, ...(narrow ? { nameLocation: 'start', nameTextStyle: { ...axis.nameTextStyle, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 10, 0] }, nameGap: 0 } : {}) })),
    visualMap: { show: false, type: 'continuous', dimension: dimensions.length, min: log ? Math.log(low) : low, max: log ? Math.log(high) : high, inRange: { color: ramp } },
    tooltip: tooltip(colours, shown => trialTip(shown.value[dimensions.length + 1])),
    series: [{ type: 'parallel', progressive: 0, lineStyle: { width: complete.length > 80 ? 1 : 1.6, opacity: complete.length > 200 ? 0.35 : complete.length > 80 ? 0.5 : 0.8 }, inactiveOpacity: 0.04, emphasis: { lineStyle: { width: 3, opacity: 1 } },
      data: complete.map(row => parallelRow(axes, row, log)) }],
  };
}

function parallelRow(axes, row, log) {
  const values = axes.map(index => parallelValue(index, rows.parameters[index][row]));
  const objectives = study.objectives.map((_, i) => onAxis(i, rows.metrics[i][row]));
  return [...values, ...objectives, log ? Math.log(objectives[0]) : objectives[0], row];
}

// Categories are told by their place: below the first there is one more where the parameter may be inactive.
function parallelValue(index, raw) {
  const parameter = study.parameters[index];
  if (parameter.kind === 'number') return raw === null ? belowRange(parameter) : raw;
  return raw === null ? 0 : raw + (inactiveAxes.has(index) ? 1 : 0);
}

// Below the lower end of a range: the place of the lines of trials in which its parameter is inactive.
function belowRange({ low, high, log }) {
  const share = 0.12;
  return log ? low / (high / low || 10) ** share : low - (high - low || 1) * share;
}

function parameterAxis(index, colours) {
  const parameter = study.parameters[index];
  const axis = parameter.kind === 'number'
    ? numberAxis(colours, inactiveAxes.has(index) ? { ...parameter, low: belowRange(parameter) } : parameter)
    : { ...axisLook(colours), type: 'category', data: (inactiveAxes.has(index) ? [INACTIVE] : []).concat(parameter.values) };
  const look = parallelLook(axis, colours, 10);
  if (inactiveAxes.has(index) && parameter.kind === 'number') look.axisLabel.formatter = value => rangeLabel(parameter, value);
  return { ...look, name: cut(parameter.name, 16) };
}

// The lower end of the axis is no value of the parameter, nor is what lies between it and the range.
function rangeLabel(parameter, value) {
  const place = belowRange(parameter);
  if (value >= parameter.low * (1 - 1e-9 * Math.sign(parameter.low))) return short(value);
  return Math.abs(value - place) < (parameter.low - place) * 0.01 ? INACTIVE : '';
}

function objectiveAxis(objective, colours) {
  const { metric, low, high, log } = study.objectives[objective];
  return { ...parallelLook(numberAxis(colours, { low, high, log }), colours, 10), name: cut(metric, 16), nameTextStyle: { color: colours.best, fontWeight: 'bold', backgroundColor: colours.page } };
}

const parallelLook = (axis, colours, most) => ({
  ...axis, axisLine: { lineStyle: { color: colours.soft } }, nameTextStyle: { color: colours.ink, backgroundColor: colours.page }, splitNumber: 4,
  z: 10, axisLabel: { ...axis.axisLabel, color: colours.ink, backgroundColor: colours.page, padding: [1, 2], showMinLabel: true, showMaxLabel: true, formatter: value => typeof value === 'number' ? short(value) : cut(String(value), most) },
  areaSelectStyle: { width: 16, color: colours.best, borderColor: colours.best, opacity: 0.25 },
});

// On a narrow page the axes lie below one another and need their height.
function parallelHeight() {
  return window.innerWidth < NARROW ? (shownAxes.size + study.objectives.length) * ROOM_OF_AXIS + 60 + 'px' : '';
}

// What the brushed axes say, as the text of a filter.
function brushedFilter(drawn) {
  const axes = [...shownAxes].sort((a, b) => a - b);
  return drawn.getModel().findComponents({ mainType: 'parallelAxis' })
    .filter(axis => axis.activeIntervals?.length)
    .map(axis => brushedTerm(axes[axis.option.dim], axis.option.dim - axes.length, axis.activeIntervals[0]))
    .join(' ');
}

function brushedTerm(parameter, objective, interval) {
  const [from, to] = [...interval].sort((a, b) => a - b);
  const { name, kind, values } = parameter === undefined ? { name: study.objectives[objective].metric, kind: 'number' } : study.parameters[parameter];
  if (kind === 'category') {
    const shift = inactiveAxes.has(parameter) ? 1 : 0;
    const chosen = values.slice(Math.max(0, Math.ceil(from) - shift), Math.floor(to) + 1 - shift);
    return chosen.length ? quoted(name) + '=' + quoted(chosen.join('|')) : '';
  }
  return quoted(name) + '>=' + Number(from.toPrecision(4)) + ' ' + quoted(name) + '<=' + Number(to.toPrecision(4));
}

const quoted = text => /[\s<>=!]/.test(text) ? '"' + text.replaceAll('"', '') + '"' : text;

function axisChoices(entry) {
  const place = document.getElementById('axes');
  if (!place || study.parameters.length <= 1) return;
  study.parameters.forEach((parameter, index) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = shownAxes.has(index);
    box.addEventListener('change', () => {
      if (box.checked) shownAxes.add(index); else shownAxes.delete(index);
      entry.draw();
    });
    place.append(element('label', {}, box, parameter.name));
  });
}
