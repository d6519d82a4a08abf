import { axisLook, chart, tip, tooltip } from './chart.js';
import { duration, local, percent, plural } from './format.js';
import { trial as address } from './route.js';

const COLOURS = { complete: 'complete', failed: 'failed', pruned: 'pruned', lost: 'lost', stopped: 'stopped', paused: 'paused', '': 'running' };
const LANE = 22;

// Which trial ran when on which slot, and why a slot had nothing to do.
export function slotsChart(context, height = 220) {
  const made = chart({ title: 'Slots', option, height, csv: rows, summary, after: listen });
  let listening = false;

  function listen(drawn) {
    if (listening) return;
    listening = true;
    drawn.on('click', shown => {
      if (shown.seriesName !== 'idle' && shown.value) location.hash = address(context.name, shown.value[3]);
    });
  }

  made.take = data => {
    if (!data.lanes.length) {
      made.name('Slots');
      made.say(data.whole ? 'No trial has been started yet.' : 'The study is being read.');
    } else {
      const running = data.bars.filter(bar => bar[4] === null).length;
      made.name(plural(data.lanes.length, 'slot') + ' busy ' + percent(data.busy) + ' of the time' + (running ? ', ' + running + ' now' : ''));
      made.say('The last ' + plural(data.bars.length, 'attempt') + '; a bar is an attempt, a hatched stretch is a slot that had nothing to do: point at it to see why.');
    }
    made.grow(Math.min(620, Math.max(90, 52 + LANE * data.lanes.length)));
    made.show(data);
  };

  function option(data, shades) {
    const now = Date.now();
    const byEnd = new Map();
    data.bars.forEach(bar => {
      const end = bar[5];
      if (!byEnd.has(end)) byEnd.set(end, []);
      byEnd.get(end).push([bar[0], bar[3], bar[4] ?? Math.max(now, data.to), bar[1], bar[2]]);
    });
    const running = data.bars.some(bar => bar[4] === null);
    return {
      grid: { left: 8, right: 18, top: 26, bottom: 22, containLabel: true },
      legend: { left: 0, top: 0, itemWidth: 12, itemHeight: 9, textStyle: { color: shades.soft }, inactiveColor: shades.line },
      tooltip: tooltip(shades, shown => tip(shown.seriesName === 'idle'
        ? [['idle', duration((shown.value[2] - shown.value[1]) / 1000)], ['why', shown.value[3]]]
        : [['trial', shown.value[3] + (shown.value[4] > 1 ? ', attempt ' + shown.value[4] : '')], ['', shown.seriesName], ['from', local(shown.value[1])], ['for', duration((shown.value[2] - shown.value[1]) / 1000)]])),
      xAxis: { ...axisLook(shades), type: 'time', min: data.from, max: running ? Math.max(now, data.to) : data.to, axisLabel: { ...axisLook(shades).axisLabel, formatter: value => local(value) }, splitLine: { show: false } },
      yAxis: { ...axisLook(shades), type: 'category', inverse: true, data: data.lanes.map(lane => lane.worker + ' · ' + (lane.slot + 1)), axisTick: { show: false }, splitLine: { show: false } },
      series: [
        series('idle', data.gaps, shades.idle, { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: shades.line } }),
        ...[...byEnd].map(([end, bars]) => series(end || 'running', bars, shades[COLOURS[end] ?? 'stopped'])),
      ],
    };
  }

  return made;
}

const series = (name, data, colour, more = {}) => ({
  name, type: 'custom', data, encode: { x: [1, 2], y: 0 }, itemStyle: { color: colour, ...more }, clip: true, cursor: name === 'idle' ? 'default' : 'pointer',
  renderItem: (params, api) => {
    const [left, middle] = api.coord([api.value(1), api.value(0)]);
    const right = api.coord([api.value(2), api.value(0)])[0];
    const height = Math.min(16, api.size([0, 1])[1] * 0.72);
    return { type: 'rect', shape: { x: left, y: middle - height / 2, width: Math.max(1, right - left - (right - left > 4 ? 1 : 0)), height, r: name === 'idle' ? 0 : 2 }, style: api.style() };
  },
});

const summary = data => plural(data.lanes.length, 'slot') + ', busy ' + percent(data.busy) + '.';

const rows = data => [['worker', 'slot', 'trial', 'attempt', 'from', 'to', 'end'],
  ...data.bars.map(([lane, trial, attempt, from, to, end]) => [data.lanes[lane].worker, data.lanes[lane].slot, trial, attempt, new Date(from).toISOString(), to === null ? '' : new Date(to).toISOString(), end])];
