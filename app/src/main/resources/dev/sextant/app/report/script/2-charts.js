// Charts are made when they come near the screen, follow its width and the colour scheme, and print in light colours.
const charts = [];
const NARROW = 640;

function palette() {
  const style = getComputedStyle(document.documentElement);
  const colours = {};
  for (const name of ['page', 'panel', 'line', 'ink', 'soft', 'grid', 'dot', 'best', 'running', 'failed', 'pruned', 'lost']) {
    colours[name] = style.getPropertyValue('--' + name).trim();
  }
  colours.ramp = style.getPropertyValue('--ramp').split(',').map(colour => colour.trim());
  return colours;
}

// `option(colours, narrow)` answers what ECharts is to draw; nothing where there is nothing to draw.
function chart(id, option) {
  const place = document.getElementById(id);
  if (!place) return null;
  const entry = {
    place,
    drawn: null,
    draw() {
      const narrow = window.innerWidth < NARROW;
      place.style.height = entry.height?.() ?? '';
      entry.drawn ??= echarts.init(place);
      entry.drawn.resize();
      const basics = { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily } };
      entry.drawn.setOption({ ...basics, ...option(palette(), narrow) }, true);
      place.dataset.drawn = 'yes';
      document.documentElement.dataset.charts = charts.filter(other => other.drawn).length;
      entry.after?.(entry.drawn);
    },
  };
  charts.push(entry);
  return entry;
}

const redraw = () => charts.filter(entry => entry.drawn).forEach(entry => entry.draw());

function startCharts() {
  const near = new IntersectionObserver(entries => {
    for (const seen of entries.filter(seen => seen.isIntersecting)) {
      near.unobserve(seen.target);
      charts.find(entry => entry.place === seen.target).draw();
    }
  }, { rootMargin: '400px' });
  charts.forEach(entry => near.observe(entry.place));

  let width = window.innerWidth;
  let timer = 0;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(timer);
    timer = setTimeout(redraw, 120);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('print').addEventListener('change', () => charts.forEach(entry => entry.draw()));
}

// A tooltip whose lines are pairs of a name and a value.
function tip(lines) {
  const list = element('div');
  for (const [name, value] of lines) {
    const label = element('span', {}, name + ' ');
    label.style.opacity = '0.7';
    list.append(element('div', {}, label, element('b', {}, value)));
  }
  list.style.cssText = 'max-width:17rem;white-space:normal;overflow-wrap:anywhere;font-size:13px;line-height:1.45';
  return list;
}

function trialTip(row) {
  const lines = [['trial', rows.trial[row] + ', ' + study.states[rows.state[row]]]];
  study.metrics.forEach((metric, i) => rows.metrics[i][row] !== null && lines.push([metric, short(rows.metrics[i][row])]));
  study.parameters.slice(0, 12).forEach((parameter, i) => {
    const value = parameterValue(i, row);
    if (value !== null) lines.push([parameter.name, short(value)]);
  });
  if (study.parameters.length > 12) lines.push(['and', study.parameters.length - 12 + ' more parameters']);
  return tip(lines);
}

const tooltip = (colours, formatter) => ({
  trigger: 'item', confine: true, backgroundColor: colours.panel, borderColor: colours.line,
  textStyle: { color: colours.ink }, formatter, transitionDuration: 0,
});

const axisLook = colours => ({
  axisLine: { onZero: false, lineStyle: { color: colours.line } }, axisTick: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.soft, hideOverlap: true, formatter: tickLabel }, nameTextStyle: { color: colours.soft },
  splitLine: { lineStyle: { color: colours.grid } }, minorSplitLine: { show: false },
});

function tickLabel(value) {
  return typeof value === 'number' ? short(value) : cut(String(value), 14);
}

// The two ends of a long text: names often differ only at their end.
function cut(text, most) {
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 3);
  return text.slice(0, most - 1 - tail) + '…' + (tail ? text.slice(-tail) : '');
}

// The axis of a number: on a log scale whole decades would leave much empty space, so the ends are given.
const numberAxis = (colours, { low, high, log, whole }) => ({
  ...axisLook(colours), type: log ? 'log' : 'value', scale: true, min: low, max: high, minInterval: whole ? 1 : undefined,
});

const valueAxis = (colours, objective) => ({
  ...axisLook(colours), type: study.objectives[objective].log ? 'log' : 'value', scale: true,
  ...padded(study.objectives[objective]), axisLabel: { ...axisLook(colours).axisLabel, showMinLabel: false, showMaxLabel: false },
});

// A little room beyond the outermost values; far-out ones are drawn on that edge.
function padded({ low, high, log }) {
  if (log) return { min: low / 1.2, max: high * 1.2 };
  const room = (high - low) * 0.04;
  return { min: low - room, max: high + room };
}

const saveButton = (colours, narrow, name) => narrow ? {} : {
  right: 8, top: 0, itemSize: 14, iconStyle: { borderColor: colours.soft },
  feature: { dataZoom: { title: { zoom: 'Zoom: draw a box', back: 'Undo zoom' } }, restore: { title: 'Reset' }, saveAsImage: { name, title: 'Save as PNG', pixelRatio: 2, backgroundColor: colours.page } },
};
