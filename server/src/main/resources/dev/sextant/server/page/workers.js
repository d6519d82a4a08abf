// Who runs trials: their slots over time, what each runs now, and those that the server has heard of.
import { chart as ask, get } from './api.js';
import { calmly, element, link } from './dom.js';
import { complain } from './dialog.js';
import { duration, percent, plural, time } from './format.js';
import { trial as address } from './route.js';
import { slotsChart } from './slots.js';

const PAUSE = 2000;

export function workers(body, context) {
  const slots = slotsChart(context, 320);
  const here = element('div');
  const joined = element('section', { class: 'panel span-2' });
  const idle = element('section', { class: 'panel span-2' });
  body.append(element('div', { class: 'grid' }, element('section', { class: 'panel span-2' }, slots.box), element('section', { class: 'panel span-2' }, element('h2', {}, 'Now'), here), joined, idle));
  let left = false;

  async function load() {
    try {
      const data = await ask(context.name, 'slots', { bars: 2000 });
      if (left) return;
      slots.take(data);
      showNow(here, data, context);
      showGaps(idle, data);
    } catch (refused) {
      if (!left && refused.status !== 0) complain(refused);
    }
    try {
      const answer = await get('/workers');
      if (!left) showJoined(joined, answer.workers ?? []);
    } catch {
      joined.replaceChildren();
      joined.hidden = true;
    }
  }

  const again = calmly(load, PAUSE);
  context.heard.add(again);
  load();
  return {
    leave() {
      left = true;
      slots.dispose();
    },
  };
}

function showNow(place, { lanes, bars }, context) {
  if (!lanes.length) {
    place.replaceChildren(element('p', { class: 'soft' }, 'No worker has taken a trial of this study yet.'));
    return;
  }
  const now = new Map(bars.filter(bar => bar[4] === null).map(bar => [bar[0], bar]));
  place.replaceChildren(element('table', {}, element('thead', {}, element('tr', {}, ['worker', 'slot', 'runs', 'for'].map(label => element('th', { scope: 'col' }, label)))),
    element('tbody', {}, lanes.map((lane, index) => {
      const bar = now.get(index);
      return element('tr', {}, element('th', { scope: 'row' }, lane.worker), element('td', {}, String(lane.slot + 1)),
        element('td', {}, bar ? [link('trial ' + bar[1], address(context.name, bar[1])), bar[2] > 1 ? ' attempt ' + bar[2] : ''] : element('span', { class: 'soft' }, 'idle')),
        element('td', {}, bar ? duration((Date.now() - bar[3]) / 1000) : ''));
    }))));
}

function showJoined(place, list) {
  place.hidden = false;
  place.replaceChildren(element('h2', {}, 'Workers of this server'), list.length ? element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Workers' }, element('table', {},
    element('thead', {}, element('tr', {}, ['name', 'host', 'slots', 'running', 'last heard'].map(label => element('th', { scope: 'col' }, label)))),
    element('tbody', {}, list.map(worker => element('tr', {}, element('th', { scope: 'row' }, worker.worker ?? worker.name ?? '–'), element('td', {}, worker.host ?? '–'), element('td', {}, String(worker.slots ?? '–')),
      element('td', {}, String((worker.running ?? []).length)), element('td', {}, worker.heard ? time(worker.heard) : '–'))))))
    : element('p', { class: 'soft' }, 'No worker has joined. On another machine: sextant worker --join ' + location.origin + ' --slots 4'));
}

// Every long gap with its cause, for those who cannot point at it.
function showGaps(place, { gaps, lanes, busy }) {
  const shown = gaps.slice(0, 12);
  place.replaceChildren(element('h2', {}, 'Why idle'), shown.length ? element('table', {}, element('thead', {}, element('tr', {}, ['worker', 'slot', 'for', 'why'].map(label => element('th', { scope: 'col' }, label)))),
    element('tbody', {}, shown.map(([lane, from, to, why]) => element('tr', {}, element('th', { scope: 'row' }, lanes[lane].worker), element('td', {}, String(lanes[lane].slot + 1)), element('td', {}, duration((to - from) / 1000)), element('td', {}, why)))))
    : element('p', { class: 'soft' }, lanes.length ? 'No slot was idle for long: busy ' + percent(busy) + ' of the time.' : 'Nothing ran yet.'));
  if (gaps.length > shown.length) place.append(element('p', { class: 'soft' }, 'and ' + plural(gaps.length - shown.length, 'shorter gap')));
}
