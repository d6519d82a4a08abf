// One study: a head that stays, and a view below it for each tab.
import { feed, get, of } from './api.js';
import { element, link, say } from './dom.js';
import { complain } from './dialog.js';
import { here, study as address } from './route.js';
import { studyHead } from './head.js';
import { overview } from './overview.js';
import { trials } from './trials.js';
import { curves } from './curves.js';
import { understand } from './understand.js';
import { workers } from './workers.js';
import { events } from './events.js';
import { setup } from './setup.js';
import { trial } from './trial.js';
import { compare } from './compare.js';

const TABS = { overview: 'Overview', trials: 'Trials', curves: 'Curves', understand: 'Understand', workers: 'Workers', events: 'Events', setup: 'Setup' };
const VIEWS = { overview, trials, curves, understand, workers, events, setup, trial, compare };

export function study(main, name, alive) {
  // What the views share: the latest card, the whole study as it was last read, and who wants to hear of news.
  const context = { name, card: null, whole: null, heard: new Set(), reread };
  const head = studyHead(context);
  const tabs = element('nav', { class: 'tabs', 'aria-label': 'Views of the study' });
  const body = element('div', { class: 'view' });
  main.append(head.element, tabs, body);
  let view = { key: '', leave() {} };
  let left = false;

  for (const [word, label] of Object.entries(TABS)) tabs.append(link(label, address(name, word), { 'data-tab': word }));

  async function reread() {
    context.whole = await get(of(name));
    take(context.whole);
    return context.whole;
  }

  function take(card) {
    if (left) return;
    const before = context.card;
    context.card = card;
    head.show(card);
    if (before?.events !== card.events) context.heard.forEach(hear => hear(card));
  }

  function show(words, query) {
    const kind = words[2] ?? 'overview';
    const item = words[3] ?? '';
    tabs.querySelectorAll('a').forEach(tab => {
      const current = tab.dataset.tab === kind || (kind === 'trial' || kind === 'compare') && tab.dataset.tab === 'trials';
      tab.toggleAttribute('aria-current', false);
      if (current) tab.setAttribute('aria-current', 'page');
    });
    const key = kind + ' ' + item;
    if (view.key === key) {
      view.change?.(query);
      return;
    }
    view.leave();
    context.heard.clear();
    body.replaceChildren();
    const make = VIEWS[kind];
    if (!make) {
      body.append(element('p', { class: 'empty' }, 'There is no view “' + kind + '”.'));
      view = { key, leave() {} };
      return;
    }
    view = { leave() {}, ...make(body, context, query, item), key };
    window.scrollTo(0, 0);
  }

  const starting = reread().catch(refused => {
    if (left) return;
    if (refused.status === 404) {
      main.replaceChildren(element('div', { class: 'empty' }, element('p', {}, refused.message), link('All studies', '#/')));
    } else complain(refused);
    throw refused;
  });
  const silence = feed(of(name, 'changes'), (event, data) => event === 'card' && take(JSON.parse(data)), alive);

  return {
    async change(words, query) {
      if (!context.whole) {
        try {
          await starting;
        } catch {
          return;
        }
        if (left) return;
        ({ words, search: query } = here());
        if (words[1] !== name) return;
      }
      show(words, query);
    },
    leave() {
      left = true;
      silence();
      view.leave();
      say(document.querySelector('.crumbs'), '');
    },
  };
}
