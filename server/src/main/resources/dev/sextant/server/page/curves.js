// Learning curves: one metric of many trials over their steps.
import { chart as ask } from './api.js';
import { calmly, element } from './dom.js';
import { axisLook, chart, tip, tooltip } from './chart.js';
import { complain } from './dialog.js';
import { count, plural, short } from './format.js';
import { replaceSearch, trial as address } from './route.js';

const PAUSE = 2000;

export function curves(body, context, query) {
  const spec = context.whole?.spec ?? {};
  const metrics = [...new Set([...(context.card?.objectives ?? []).map(one => one.metric), ...[spec.record ?? []].flat()])];
  const metric = element('select', { 'aria-label': 'Metric' }, metrics.map(name => element('option', { value: name }, name)));
  const lines = element('select', { 'aria-label': 'How many curves' }, [100, 300, 1000, 10000].map(most => element('option', { value: String(most) }, 'at most ' + count(most) + ' curves')));
  metric.value = metrics.includes(query.get('metric')) ? query.get('metric') : metrics[0];
  lines.value = [...lines.options].some(one => one.value === query.get('lines')) ? query.get('lines') : '300';
  const made = chart({ title: 'Curves', option, height: 460, csv: rows, summary: data => plural(data.lines.length, 'curve') + '.', after: listen });
  body.append(element('div', { class: 'tools' }, metric, lines), element('section', { class: 'panel' }, made.box));
  let left = false;
  let listening = false;

  function listen(drawn) {
    if (listening) return;
    listening = true;
    drawn.on('click', at => at.seriesName && (location.hash = address(context.name, at.seriesName)));
  }

  async function load() {
    try {
      const data = await ask(context.name, 'curves', { metric: metric.value, lines: lines.value, points: 60000 });
      if (left) return;
      const best = context.card?.best?.[0]?.trial;
      made.name(data.metric + ' over steps, ' + plural(data.of, 'trial'));
      made.say(data.of ? (data.lines.length < data.of ? 'Curves: ' + count(data.lines.length) + ' of ' + count(data.of) + ', the best quarter of them kept. ' : '') + 'Of the trials that reported last. The strong line is the best trial, blue ones run, grey ones were stopped early.'
        : 'No trial has reported a step yet. A program does it by a line such as “epoch=3 ' + data.metric + '=0.91”.');
      made.show({ ...data, best });
      if (!data.whole) again();
    } catch (refused) {
      if (!left && refused.status !== 0) complain(refused);
    }
  }

  const changed = () => {
    replaceSearch({ metric: metric.value === metrics[0] ? '' : metric.value, lines: lines.value === '300' ? '' : lines.value });
    load();
  };
  metric.addEventListener('change', changed);
  lines.addEventListener('change', changed);
  const again = calmly(load, PAUSE);
  context.heard.add(again);
  load();
  return {
    leave() {
      left = true;
      made.dispose();
    },
  };
}

function option(data, shades) {
  const many = data.lines.length > 150;
  const colour = { running: shades.running, pruned: shades.pruned, failed: shades.failed };
  return {
    grid: { left: 8, right: 18, top: 12, bottom: 26, containLabel: true },
    tooltip: tooltip(shades, at => tip([['trial', at.seriesName], ['step', at.value[0]], [data.metric, short(at.value[1])]])),
    xAxis: { ...axisLook(shades), type: 'value', name: 'step', nameLocation: 'middle', nameGap: 24, scale: true, minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axisLook(shades), type: 'value', scale: true, name: '' },
    series: data.lines.map(([trial, state, steps, values]) => {
      const best = trial === data.best;
      return { name: String(trial), type: 'line', symbol: values.length === 1 ? 'circle' : 'none', symbolSize: 3, z: best ? 9 : state === 'running' ? 4 : 2, triggerLineEvent: true, sampling: 'minmax', progressive: 0,
        lineStyle: { width: best ? 3 : state === 'running' ? 1.6 : 1, opacity: best ? 1 : state === 'running' ? 0.9 : many ? 0.25 : 0.5, type: state === 'pruned' ? 'dashed' : 'solid', color: best ? shades.best : colour[state] ?? shades.dot },
        itemStyle: { color: best ? shades.best : colour[state] ?? shades.dot }, emphasis: { lineStyle: { width: 2.5, opacity: 1 } }, data: steps.map((step, index) => [step, values[index]]) };
    }),
  };
}

const rows = data => [['trial', 'state', 'step', data.metric], ...data.lines.flatMap(([trial, state, steps, values]) => steps.map((step, index) => [trial, state, step, values[index]]))];
