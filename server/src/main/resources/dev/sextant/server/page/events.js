// The log of the study, newest first; new events wait until they are wanted.
import { get, of, query } from './api.js';
import { button, element, link, say } from './dom.js';
import { complain } from './dialog.js';
import { count, time } from './format.js';
import { trial as address } from './route.js';

const PAGE = 100;
const HIDDEN = new Set(['position', 'time', 'event', 'trial', 'draw', 'asked', 'seen', 'tie', 'note']);

export function events(body, context) {
  const kind = element('select', { 'aria-label': 'Which events' }, element('option', { value: '' }, 'all events'));
  const fresh = button('', () => load(), { class: 'news', hidden: true });
  const older = button('Older', () => load(first - PAGE, first), { hidden: true });
  const list = element('ol', { class: 'events', reversed: true });
  const note = element('span', { class: 'soft', role: 'status' });
  body.append(element('div', { class: 'tools' }, kind, note, element('span', { class: 'gap' }), fresh), element('section', { class: 'panel' }, list, older));
  let first = 0;
  let last = 0;
  let left = false;
  const kinds = new Set();

  async function load(from = Math.max(0, (context.card?.events ?? 0) - PAGE), to = Infinity) {
    const start = Math.max(0, from);
    try {
      const answer = await get(query(of(context.name, 'events'), { from: start, limit: Math.min(1000, to - start === Infinity ? PAGE * 2 : to - start) }));
      if (left) return;
      if (to === Infinity) {
        list.replaceChildren();
        last = answer.next;
        fresh.hidden = true;
      }
      list.append(...[...answer.events].reverse().map(row));
      first = start;
      older.hidden = first === 0;
      say(note, 'events ' + count(first) + ' to ' + count(Math.max(0, last - 1)));
      choices();
    } catch (refused) {
      if (!left && refused.status !== 0) complain(refused);
    }
  }

  function row(event) {
    kinds.add(event.event);
    const more = Object.entries(event).filter(([name]) => !HIDDEN.has(name)).map(([name, value]) => name + ': ' + (typeof value === 'object' ? JSON.stringify(value) : value)).join(' · ');
    const item = element('li', { value: String(event.position), 'data-kind': event.event }, element('span', { class: 'position' }, count(event.position)), time(event.time), element('b', {}, event.event),
      event.trial === undefined ? '' : link('trial ' + event.trial, address(context.name, event.trial)), element('span', { class: 'soft more', title: more.slice(0, 2000) }, more.slice(0, 240)));
    item.hidden = Boolean(kind.value) && kind.value !== event.event;
    return item;
  }

  function choices() {
    const known = new Set([...kind.options].map(one => one.value));
    [...kinds].sort().filter(word => !known.has(word)).forEach(word => kind.append(element('option', { value: word }, word)));
  }

  kind.addEventListener('change', () => list.querySelectorAll('li').forEach(item => {
    item.hidden = Boolean(kind.value) && kind.value !== item.dataset.kind;
  }));
  context.heard.add(card => {
    fresh.hidden = card.events <= last;
    say(fresh, count(Math.max(0, card.events - last)) + ' new ↑');
  });
  load();
  return {
    leave() {
      left = true;
    },
  };
}
