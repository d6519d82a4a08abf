// One trial: its parameters beside the best and the defaults, its figures over steps, its output, what happened to it.
import { chart as ask, get, of, post, query } from './api.js';
import { artifacts } from './artifacts.js';
import { button, calmly, element, say } from './dom.js';
import { axisLook, chart, legend, tip, tooltip } from './chart.js';
import { ask as agree, attempt, complain, copy } from './dialog.js';
import { duration, flags, number, short, spanOf, state, time } from './format.js';
import { edit, remarks } from './remarks.js';
import { enqueue } from './steer.js';

const PAUSE = 1000;

export function trial(body, context, _, text) {
  const title = element('h2', {});
  const facts = element('p', { class: 'facts' });
  const why = element('p', { class: 'soft' });
  const written = remarks();
  const buttons = element('div', { class: 'actions' });
  const parameters = element('section', { class: 'panel' });
  const happened = element('section', { class: 'panel' });
  const figures = figureCharts();
  const log = output(context, text);
  const files = artifacts(context, text);
  body.append(element('div', { class: 'trial-head' }, title, facts, why, written.element, buttons), element('div', { class: 'grid' }, parameters, figures.element, log.element, files.element, happened));
  let space = [];
  let left = false;
  let last = null;

  async function load() {
    try {
      if (!space.length) space = (await ask(context.name, 'parameters')).parameters;
      const one = await get(of(context.name, 'trials', text));
      if (!left) show(one);
    } catch (refused) {
      if (left) return;
      if (refused.status === 404 || refused.status === 400) body.replaceChildren(element('p', { class: 'empty' }, refused.message));
      else if (refused.status !== 0) complain(refused);
    }
  }

  function show(one) {
    last = one;
    title.replaceChildren('Trial ' + one.trial + ' ', state(one.state));
    facts.replaceChildren(...Object.entries(one.values).map(([name, value]) => element('span', { class: 'fact' }, element('span', { class: 'soft' }, name + ' '), element('b', {}, number(value)))),
      element('span', { class: 'soft' }, 'attempt ' + one.attempt), element('span', { class: 'soft' }, 'started ', time(one.started)),
      element('span', { class: 'soft' }, one.finished ? 'took ' + duration(spanOf(one)) : one.state === 'running' ? 'for ' + duration((Date.now() - Date.parse(one.started)) / 1000) : ''));
    say(why, [one.reason && 'Why it ended: ' + one.reason, one.why && 'Why this configuration: ' + one.why].filter(Boolean).join(' · '));
    written.show(one);
    showButtons(one);
    showParameters(one);
    figures.show(one.measurements, one);
    happened.replaceChildren(element('h2', {}, 'What happened'), element('ol', { class: 'happened' }, one.happened.map(event => element('li', {}, time(event.time), ' ', event.what))));
    log.show(one, one.last_lines);
    files.show(one);
  }

  function showButtons(one) {
    const key = one.state;
    if (buttons.dataset.state === key) return;
    buttons.dataset.state = key;
    const number = String(one.trial);
    const ends = ['complete', 'failed', 'pruned', 'lost', 'cancelled'].includes(one.state);
    buttons.replaceChildren(...[
      !ends && button('Stop', () => stop(one), { class: 'danger' }),
      one.state === 'running' && button('Put aside', () => attempt(() => post(of(context.name, 'trials', number, 'pause'), { why: 'on the page' }), 'Trial ' + number + ' is put aside.', () => attempt(() => post(of(context.name, 'trials', number, 'resume'))))),
      one.state === 'paused' && button('Resume', () => attempt(() => post(of(context.name, 'trials', number, 'resume')), 'Trial ' + number + ' is queued again.')),
      ['failed', 'lost', 'cancelled'].includes(one.state) && button('Retry', () => attempt(() => post(of(context.name, 'retry'), { trial: one.trial }), 'Trial ' + number + ' is queued again.')),
      button('Note …', () => edit('trial ' + number, last, save)),
      button('Enqueue a neighbour …', () => enqueue(context, last.parameters)),
      button('Copy as flags', () => copy(flags(last.parameters), 'Configuration as flags'), { class: 'quiet' })].filter(Boolean));
  }

  async function save(remark) {
    await post(of(context.name, 'trials', text, 'note'), { ...(remark.note ? { note: remark.note } : {}), tags: remark.tags });
    await load();
  }

  async function stop(one) {
    const how = one.state === 'running' ? 'Its program gets TERM, then KILL after the grace time; what it printed is kept.' : 'It will not be run.';
    if (await agree('Stop trial ' + one.trial + '?', how + ' It can be run again with Retry.', 'Stop the trial', true)) {
      await attempt(() => post(of(context.name, 'trials', String(one.trial), 'stop'), { why: 'stopped on the page' }), 'Trial ' + one.trial + ' is stopped.', () => attempt(() => post(of(context.name, 'retry'), { trial: one.trial })));
    }
  }

  function showParameters(one) {
    const best = context.card?.best?.[0];
    const known = new Map(space.map(parameter => [parameter.name, parameter]));
    const names = [...new Set([...known.keys(), ...Object.keys(one.parameters)])];
    const isBest = best?.trial === one.trial;
    parameters.replaceChildren(element('h2', {}, 'Parameters'), element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Parameters' }, element('table', {},
      element('thead', {}, element('tr', {}, ['parameter', 'this trial', isBest ? 'this is the best' : 'best' + (best ? ' (trial ' + best.trial + ')' : ''), 'default'].map((label, index) => element('th', { scope: 'col', class: index ? 'right' : null }, label)))),
      element('tbody', {}, names.map(name => {
        const own = one.parameters[name];
        const others = [isBest ? undefined : best?.parameters?.[name], known.get(name)?.default];
        return element('tr', {}, element('th', { scope: 'row' }, name), element('td', { class: 'right' }, own === undefined ? element('span', { class: 'soft' }, 'inactive') : number(own)),
          others.map(other => element('td', { class: 'right' + (other !== undefined && other !== own ? ' differs' : ' same') }, other === undefined ? '–' : number(other))));
      })))));
  }

  const again = calmly(() => !left && load(), PAUSE);
  context.heard.add(again);
  load();
  return {
    leave() {
      left = true;
      figures.leave();
      log.leave();
      files.leave();
    },
  };
}

// A chart for each metric that was reported over steps.
function figureCharts() {
  const panel = element('section', { class: 'panel' }, element('h2', {}, 'Figures over steps'));
  const nothing = panel.appendChild(element('p', { class: 'soft' }, 'No step was reported.'));
  const charts = new Map();
  return {
    element: panel,
    show(measurements, one) {
      const metrics = [...new Set(measurements.flatMap(report => Object.keys(report.values)))];
      nothing.hidden = metrics.length > 0;
      for (const metric of metrics) {
        if (!charts.has(metric)) {
          const made = chart({ title: metric, heading: 'h3', height: 180, option: curveOption, csv: data => [['attempt', 'step', data.metric], ...data.points], summary: data => data.points.length + ' steps.' });
          charts.set(metric, made);
          panel.append(made.box);
        }
        const points = measurements.filter(report => report.values[metric] !== undefined).map(report => [report.attempt, report.step, report.values[metric]]);
        charts.get(metric).name(metric + ', ' + points.length + (points.length === 1 ? ' step' : ' steps'));
        charts.get(metric).show({ metric, points, running: one.state === 'running' });
      }
    },
    leave: () => charts.forEach(made => made.dispose()),
  };
}

function curveOption(data, shades) {
  const attempts = [...new Set(data.points.map(([attempt]) => attempt))];
  return {
    grid: { left: 8, right: 18, top: attempts.length > 1 ? 26 : 10, bottom: 22, containLabel: true },
    legend: attempts.length > 1 ? legend(shades) : { show: false },
    tooltip: { ...tooltip(shades, at => tip([['step', at.value[0]], [data.metric, short(at.value[1])]])) },
    xAxis: { ...axisLook(shades), type: 'value', name: 'step', nameLocation: 'middle', nameGap: 22, scale: true, minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axisLook(shades), type: 'value', scale: true },
    series: attempts.map((attempt, index) => ({ name: 'attempt ' + attempt, type: 'line', symbolSize: data.points.length > 100 ? 0 : 5, showAllSymbol: true, lineStyle: { width: 2 }, itemStyle: { color: index === attempts.length - 1 ? shades.best : shades.set[index % shades.set.length] },
      data: data.points.filter(([of]) => of === attempt).map(([, step, value]) => [step, value]) })),
  };
}

// What a trial printed: as it comes while it runs, with a search; whoever scrolls up is left in peace.
function output(context, text) {
  const MOST = 200000;
  const stream = element('select', { 'aria-label': 'Which output' }, element('option', { value: 'stdout' }, 'stdout'), element('option', { value: 'stderr' }, 'stderr'));
  const search = element('input', { type: 'search', placeholder: 'Search the output', 'aria-label': 'Search the output', autocomplete: 'off' });
  const follow = element('input', { type: 'checkbox', id: 'follow' });
  follow.checked = true;
  const found = element('span', { class: 'soft', role: 'status' });
  const pre = element('pre', { class: 'log', tabindex: '0', role: 'region', 'aria-label': 'Output of the trial' });
  const panel = element('section', { class: 'panel span-2' }, element('div', { class: 'panel-head' }, element('h2', {}, 'Output'), stream, search, found, element('label', { for: 'follow' }, follow, ' follow')), pre);
  let next = 0;
  let whole = '';
  let timer = 0;
  let running = false;
  let left = false;
  let lines = '';
  let busy = false;

  async function load() {
    if (busy) return;
    busy = true;
    try {
      const answer = await get(query(of(context.name, 'trials', text, 'log'), { stream: stream.value, from: next }));
      if (left) return;
      whole = (whole + answer.text).slice(-MOST);
      next = answer.next ?? next;
      draw();
    } catch (refused) {
      if (!left && !whole) {
        pre.replaceChildren(lines ? 'The last lines that were kept:\n\n' + lines : 'No output is there: ' + refused.message);
        running = false;
      }
    } finally {
      busy = false;
    }
    clearTimeout(timer);
    if (running && !left) timer = setTimeout(load, PAUSE);
  }

  function draw() {
    const wanted = search.value.trim().toLowerCase();
    const atEnd = follow.checked;
    if (!wanted) {
      pre.replaceChildren(whole || (lines ? 'The last lines that were kept:\n\n' + lines : 'Nothing was printed' + (running ? ' yet.' : '.')));
      say(found, '');
    } else {
      const matching = whole.split('\n').filter(line => line.toLowerCase().includes(wanted));
      pre.replaceChildren(...matching.slice(-2000).flatMap(line => [...marked(line, wanted), '\n']));
      say(found, matching.length + (matching.length === 1 ? ' line' : ' lines'));
    }
    if (atEnd) pre.scrollTop = pre.scrollHeight;
  }

  search.addEventListener('input', draw);
  stream.addEventListener('change', () => {
    next = 0;
    whole = '';
    load();
  });
  pre.addEventListener('wheel', event => {
    if (event.deltaY < 0) follow.checked = false;
  }, { passive: true });
  let started = false;
  return {
    element: panel,
    show(one, lastLines) {
      lines = lastLines;
      const was = running;
      running = one.state === 'running';
      if (!started || was !== running) load();
      started = true;
    },
    leave() {
      left = true;
      clearTimeout(timer);
    },
  };
}

function marked(line, wanted) {
  const pieces = [];
  let from = 0;
  const lower = line.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    pieces.push(line.slice(from, at), element('mark', {}, line.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  return [...pieces, line.slice(from)];
}
