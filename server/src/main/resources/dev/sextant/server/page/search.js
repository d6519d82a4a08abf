// One box for everything: studies, views, trials, parameters, and what can be done.
import { get, of, post, query } from './api.js';
import { element, fresh, settled } from './dom.js';
import { attempt, open } from './dialog.js';
import { here, study, trial } from './route.js';
import { budget, enqueue } from './steer.js';

const MOST = 12;

export function search() {
  if (document.querySelector('dialog')) return;
  const { words } = here();
  const name = words[0] === 'study' ? words[1] : null;
  const id = fresh('found');
  const input = element('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': id, 'aria-label': 'Search', placeholder: name ? 'A study, a trial number, a filter, an action' : 'A study', autocomplete: 'off', spellcheck: 'false' });
  const list = element('ul', { id, role: 'listbox', 'aria-label': 'Found' });
  let shown = [];
  let at = 0;

  const dialog = open('Search', () => element('div', { class: 'search' }, input, list), { class: 'wide-dialog' });
  input.focus();

  const choose = index => {
    const one = shown[index];
    if (!one) return;
    dialog.close();
    if (one.href) location.hash = one.href;
    else one.act();
  };

  function draw() {
    list.replaceChildren(...shown.map((one, index) => {
      const item = element('li', { role: 'option', id: id + '-' + index, 'aria-selected': String(index === at) }, element('span', {}, one.label), element('span', { class: 'soft' }, one.kind));
      item.addEventListener('click', () => choose(index));
      return item;
    }));
    if (!shown.length) list.append(element('li', { class: 'soft', role: 'option', 'aria-selected': 'false' }, 'Nothing found.'));
    if (shown.length) input.setAttribute('aria-activedescendant', id + '-' + at);
    else input.removeAttribute('aria-activedescendant');
  }

  async function find() {
    const text = input.value.trim();
    const own = name ? inStudy(name, text) : [];
    let others = [];
    try {
      others = (await get(query('/studies', { search: text, limit: MOST }))).studies.map(card => ({ label: card.study, kind: 'study', href: study(card.study) }));
    } catch {
      // what is known without the server is shown all the same
    }
    if (input.value.trim() !== text) return;
    shown = [...own, ...others].slice(0, MOST);
    at = 0;
    draw();
  }

  input.addEventListener('input', settled(find, 120));
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length);
      draw();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(at);
    }
  });
  find();
}

function inStudy(name, text) {
  const lower = text.toLowerCase();
  const context = { name, card: null, whole: null, reread: () => get(of(name)) };
  const everything = [
    ...['overview', 'trials', 'curves', 'understand', 'workers', 'events', 'setup'].map(tab => ({ label: tab, kind: 'view', href: study(name, tab) })),
    { label: 'pause the study', kind: 'action', act: () => attempt(() => post(of(name, 'pause')), 'Study paused.') },
    { label: 'resume the study', kind: 'action', act: () => attempt(() => post(of(name, 'resume')), 'Study resumed.') },
    { label: 'enqueue a configuration', kind: 'action', act: () => enqueue(context) },
    { label: 'change budget and slots', kind: 'action', act: async () => {
      context.whole = await get(of(name));
      context.card = context.whole;
      budget(context);
    } },
    { label: 'failed trials', kind: 'trials', href: study(name, 'trials', { where: 'state == failed' }) },
    { label: 'running trials', kind: 'trials', href: study(name, 'trials', { where: 'state == running' }) },
  ].filter(one => lower && one.label.includes(lower));
  if (/^\d+$/.test(text)) everything.unshift({ label: 'trial ' + text, kind: 'trial', href: trial(name, text) });
  if (/[<>=]/.test(text)) everything.unshift({ label: 'trials where ' + text, kind: 'trials', href: study(name, 'trials', { where: text }) });
  return everything;
}
