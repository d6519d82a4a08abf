// Two to ten trials side by side; only what differs is strong.
import { get, of } from './api.js';
import { button, element, link } from './dom.js';
import { complain } from './dialog.js';
import { axisLook, chart, legend, tip, tooltip } from './chart.js';
import { duration, number, short, spanOf, state } from './format.js';
import { study, to, trial as address } from './route.js';

const MOST = 10;

export function compare(body, context, query) {
  const numbers = [...new Set((query.get('trials') ?? '').split(',').filter(word => /^\d+$/.test(word)).map(Number))].slice(0, MOST);
  const place = element('section', { class: 'panel' });
  const charts = [];
  body.append(element('div', { class: 'tools' }, element('h2', {}, 'Compare ' + numbers.length + ' trials'), element('span', { class: 'gap' }), link('Choose others', study(context.name, 'trials'), { class: 'button' })), place);
  let left = false;

  async function load() {
    const read = await Promise.allSettled(numbers.map(one => get(of(context.name, 'trials', String(one)))));
    if (left) return;
    read.filter(one => one.status === 'rejected').forEach(one => complain(one.reason));
    show(read.filter(one => one.status === 'fulfilled').map(one => one.value));
  }

  function show(trials) {
    const names = key => [...new Set(trials.flatMap(one => Object.keys(one[key])))];
    const rows = [
      ['state', trials.map(one => one.state), word => state(word)],
      ...names('values').map(name => [name, trials.map(one => one.values[name]), number]),
      ['took', trials.map(spanOf), value => duration(value)],
      ...names('parameters').map(name => [name, trials.map(one => one.parameters[name]), value => value === undefined ? 'inactive' : number(value)]),
      ['tags', trials.map(one => (one.tags ?? []).join(' ')), text => text],
      ['note', trials.map(one => one.note ?? ''), text => text],
      ['origin', trials.map(one => one.origin), text => text],
    ];
    place.replaceChildren(element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Trials side by side' }, element('table', { class: 'compare' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'what'), trials.map(one => element('th', { scope: 'col', class: 'right' }, link('trial ' + one.trial, address(context.name, one.trial)), ' ', numbers.length > 2 ? remove(one.trial) : null)))),
      element('tbody', {}, rows.map(([label, values, cell]) => {
        const differs = new Set(values.map(value => JSON.stringify(value))).size > 1;
        return element('tr', { class: differs ? 'differs' : 'same' }, element('th', { scope: 'row' }, label), values.map(value => element('td', { class: 'right' }, cell(value))));
      })))));
    curves(trials);
  }

  const remove = one => button('✕', () => {
    location.hash = to(['study', context.name, 'compare'], { trials: numbers.filter(other => other !== one).join(',') });
  }, { class: 'quiet', 'aria-label': 'Leave out trial ' + one });

  function curves(trials) {
    const metrics = [...new Set(trials.flatMap(one => one.measurements.flatMap(report => Object.keys(report.values))))];
    metrics.forEach(metric => {
      const made = chart({ title: metric + ' over steps', height: 260, option, csv: data => [['trial', 'step', metric], ...data.flatMap(([name, points]) => points.map(point => [name, ...point]))], summary: data => data.length + ' lines.' });
      charts.push(made);
      body.append(element('section', { class: 'panel' }, made.box));
      made.show(trials.map(one => [one.trial, one.measurements.filter(report => report.attempt === one.attempt && report.values[metric] !== undefined).map(report => [report.step, report.values[metric]])]));
    });
  }

  if (numbers.length < 2) place.append(element('p', { class: 'empty' }, 'Choose two to ten trials in the table of trials, by the boxes at the left.'));
  else load();
  return {
    change(next) {
      if ((next.get('trials') ?? '') === (query.get('trials') ?? '')) return;
      charts.forEach(made => made.dispose());
      body.replaceChildren();
      Object.assign(this, compare(body, context, next));
    },
    leave() {
      left = true;
      charts.forEach(made => made.dispose());
    },
  };
}

function option(data, shades) {
  return {
    grid: { left: 8, right: 18, top: 30, bottom: 22, containLabel: true }, legend: legend(shades),
    tooltip: tooltip(shades, at => tip([[at.seriesName, ''], ['step', at.value[0]], ['value', short(at.value[1])]])),
    xAxis: { ...axisLook(shades), type: 'value', scale: true, minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axisLook(shades), type: 'value', scale: true },
    series: data.map(([name, points], index) => ({ name: 'trial ' + name, type: 'line', data: points, symbolSize: 4, lineStyle: { width: 2, type: index < shades.set.length ? 'solid' : 'dashed' }, itemStyle: { color: shades.set[index % shades.set.length] } })),
  };
}
