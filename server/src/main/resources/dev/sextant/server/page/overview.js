// What happened so far, at a glance: history, slots, importance, failures.
import { chart as ask } from './api.js';
import { calmly, element, link, say } from './dom.js';
import { complain } from './dialog.js';
import { cut, duration, literal, percent, plural, state } from './format.js';
import { trial as trialAddress, study as studyAddress } from './route.js';
import { historyChart } from './history.js';
import { slotsChart } from './slots.js';
import { importanceBars } from './importance.js';

const PAUSE = 1000;

export function overview(body, context) {
  const histories = new Map();
  const historyPlace = element('div', { class: 'span-2' });
  const slots = slotsChart(context);
  const idle = element('ul', { class: 'idle-reasons', 'aria-label': 'Why slots were idle' });
  const importance = importanceBars(context, { brief: true });
  const failures = element('section', { class: 'panel failures' }, element('h2', {}, 'Failures'));
  const failureList = element('div');
  failures.append(failureList);
  body.append(element('div', { class: 'grid' }, historyPlace,
    element('section', { class: 'panel span-2' }, slots.box, idle), importance.element, failures));
  let left = false;

  function showHistory(data) {
    data.objectives.forEach((objective, index) => {
      if (!histories.has(index)) {
        const made = historyChart(context);
        histories.set(index, made);
        historyPlace.append(element('section', { class: 'panel' }, made.box));
      }
      histories.get(index).take({ ...objective, ticks: data.ticks, trials: data.trials, whole: data.whole });
    });
  }

  async function load() {
    try {
      const [history, timeline, failed] = await Promise.all([ask(context.name, 'history', { points: 2000 }),
        ask(context.name, 'slots', { bars: 600 }), ask(context.name, 'failures')]);
      if (left) return;
      showHistory(history);
      slots.take(timeline);
      showIdle(idle, timeline);
      showFailures(failureList, failed, context);
      if (!history.whole) again();
    } catch (refused) {
      if (!left && refused.status !== 0) complain(refused);
    }
  }

  const again = calmly(load, PAUSE);
  context.heard.add(again);
  load();
  importance.load();
  return {
    leave() {
      left = true;
      [...histories.values(), slots].forEach(one => one.dispose());
    },
  };
}

// The reasons of all gaps, the longest first.
function showIdle(list, { gaps, lanes, from, to }) {
  const byReason = new Map();
  gaps.forEach(([, start, end, reason]) => {
    const kind = reason.replace(/trial \d+/g, 'a trial');
    byReason.set(kind, (byReason.get(kind) ?? 0) + end - start);
  });
  const offered = (to - from) * lanes.length || 1;
  const reasons = [...byReason].sort((one, other) => other[1] - one[1]).slice(0, 3);
  list.replaceChildren(...reasons.map(([reason, millis]) => element('li', {}, element('b', {}, 'Idle ' + percent(millis / offered)), ' ' + reason, element('span', { class: 'soft' }, ' (' + duration(millis / 1000) + ')'))));
}

function showFailures(place, data, context) {
  const key = JSON.stringify(data.groups.map(group => [group.reason, group.count]));
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  if (!data.count) {
    place.replaceChildren(element('p', { class: 'soft' }, 'No trial failed or was lost.'));
    return;
  }
  place.replaceChildren(element('p', { class: 'caption' }, plural(data.count, 'trial') + ', ' + plural(data.reasons, 'reason') + (data.reasons > data.groups.length ? '; the most frequent ' + data.groups.length + ' are shown' : '')),
    ...data.groups.map((group, index) => failureGroup(group, index === 0, context)));
}

function failureGroup(group, first, context) {
  const where = 'state == ' + group.state + (group.reason ? ' and reason == ' + literal(group.reason) : '');
  const details = element('details', { open: first }, element('summary', {}, state(group.state), ' ', element('b', {}, group.count + ' ×'), ' ', cut(group.reason || 'no reason given', 120)));
  details.append(element('p', {}, 'Trials ', ...group.trials.slice(0, 8).flatMap((number, index) => [index ? ', ' : '', link(String(number), trialAddress(context.name, number))]),
    group.count > 8 ? [' … ', link('all ' + group.count, studyAddress(context.name, 'trials', { where }))] : ''));
  if (group.last_lines) details.append(element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Last lines of trial ' + group.latest }, group.last_lines));
  else say(details.appendChild(element('p', { class: 'soft' })), 'No output was kept.');
  return details;
}
