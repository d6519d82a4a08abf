// All studies, a row each.
import { chart, get, query } from './api.js';
import { button, calmly, drawing, element, link, say, settled } from './dom.js';
import { complain, copy } from './dialog.js';
import { count, duration, number, seconds, state } from './format.js';
import { tagList } from './remarks.js';
import { replaceSearch, study as address } from './route.js';

const PAUSE = 2000;
const SPARKS = 60;

export function studies(main, alive) {
  const field = element('input', { type: 'search', placeholder: 'Search studies', 'aria-label': 'Search studies', autocomplete: 'off', spellcheck: 'false' });
  const found = element('span', { class: 'soft', role: 'status' });
  const list = element('div', { class: 'cards', role: 'list' });
  const more = button('More', () => load(true), { hidden: true });
  main.append(element('div', { class: 'list-head' }, element('h1', {}, 'Studies'), field, found), list, more);
  const rows = new Map();
  let next = null;
  let timer = 0;
  let gone = false;

  async function load(further = false) {
    try {
      const answer = await get(query('/studies', { search: field.value, limit: 50, after: further ? next : null }));
      if (gone) return;
      alive(null);
      next = answer.next ?? null;
      more.hidden = !next;
      show(answer.studies, further);
    } catch (refused) {
      if (gone) return;
      if (refused.status === 0) alive(started ??= Date.now());
      else complain(refused);
      if (refused.status === 0) return;
    }
    started = null;
  }
  let started = null;

  function show(cards, further) {
    if (!further) {
      const names = new Set(cards.map(card => card.study));
      rows.forEach((row, name) => {
        if (!names.has(name)) {
          row.element.remove();
          rows.delete(name);
        }
      });
    }
    cards.forEach(card => {
      if (!rows.has(card.study)) rows.set(card.study, studyRow(card.study));
      const row = rows.get(card.study);
      row.show(card);
      if (!row.element.isConnected) list.append(row.element);
    });
    say(found, rows.size ? count(rows.size) + (next ? ' shown' : rows.size === 1 ? ' study' : ' studies') : '');
    list.querySelector('.empty')?.remove();
    if (!rows.size) list.append(field.value ? element('p', { class: 'empty' }, 'No study has “' + field.value + '” in its name or its tags.') : firstSteps());
  }

  const typed = settled(() => {
    replaceSearch({ search: field.value });
    load();
  }, 200);
  field.addEventListener('input', typed);
  const again = () => {
    timer = setTimeout(async () => {
      if (!document.hidden) await load();
      if (!gone) again();
    }, PAUSE);
  };

  return {
    change(words, search) {
      field.value = search.get('search') ?? '';
      load();
      if (!timer) again();
    },
    leave() {
      gone = true;
      clearTimeout(timer);
    },
  };
}

function firstSteps() {
  const command = 'sextant tune -p lr=1e-5..1e-1:log -p layers=1..6 --metric accuracy:max --trials 100 -- python3 train.py';
  return element('div', { class: 'empty' }, element('p', {}, 'There is no study yet. Start one from any shell, and it appears here:'),
    element('div', { class: 'paste' }, element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Command' }, command), button('Copy', () => copy(command, 'Command'))));
}

function studyRow(name) {
  const chip = element('span');
  const tags = element('div', { class: 'tags' });
  const best = element('span', { class: 'best-value' });
  const metric = element('span', { class: 'soft' });
  const bar = progressBar();
  const counts = element('span', { class: 'counts soft' });
  const left = element('span', { class: 'soft' });
  const line = drawing('svg', { class: 'spark', viewBox: '0 0 120 28', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  const row = element('div', { class: 'study-row', role: 'listitem' },
    element('div', { class: 'study-name' }, chip, link(name, address(name)), tags),
    element('div', { class: 'study-progress' }, bar.element, counts),
    line, element('div', { class: 'study-best' }, best, metric), left);
  let events = -1;
  const spark = calmly(async () => {
    try {
      draw(line, (await chart(name, 'spark', { points: SPARKS })).best);
    } catch {
      line.replaceChildren();
    }
  }, 5000);
  return {
    element: row,
    show(card) {
      showState(chip, card);
      bar.show(card);
      say(counts, card.message ?? tally(card));
      showBest(best, metric, card);
      say(left, timeLeft(card));
      if (tags.textContent !== (card.tags ?? []).join('')) tags.replaceChildren(...tagList(card.tags));
      tags.title = card.note ?? '';
      if (card.state !== 'unreadable' && events !== card.events) spark();
      events = card.events;
    },
  };
}

function showBest(best, metric, card) {
  const objective = card.objectives?.[0]?.metric;
  const trial = card.best?.[0];
  const value = trial?.values?.[objective] ?? null;
  best.replaceChildren(value === null ? '–' : number(value));
  say(metric, (card.objectives ?? []).map(one => one.metric + ' ' + (one.goal === 'max' ? '↑' : '↓')).join(', '));
}

function draw(line, values) {
  const known = values.map((value, index) => [index, value]).filter(([, value]) => value !== null);
  if (known.length < 2) {
    line.replaceChildren();
    return;
  }
  const numbers = known.map(([, value]) => value);
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low || 1;
  const points = known.map(([index, value]) => (index * 118 / (values.length - 1) + 1).toFixed(1) + ',' + (25 - (value - low) / span * 22).toFixed(1));
  line.replaceChildren(drawing('polyline', { points: points.join(' ') }));
}

// `82 complete, 3 running, 4 failed`.
export function tally(card) {
  const order = ['complete', 'running', 'failed', 'pruned', 'lost', 'paused', 'queued', 'cancelled'];
  const words = order.filter(word => card.counts?.[word]).map(word => count(card.counts[word]) + ' ' + word);
  return words.join(', ') || 'no trial yet';
}

// The trials that the budget allows; null if it does not limit them.
export const mostTrials = card => typeof card.budget?.trials === 'number' ? card.budget.trials : null;

// One word for how a study stands: whether a process has it is not all that people want to know.
export function standing(card) {
  if (card.state === 'unreadable') return 'unreadable';
  if (card.paused) return 'paused';
  if (mostTrials(card) && finished(card) >= mostTrials(card)) return 'over';
  if (card.state !== 'running') return 'idle';
  return card.counts?.running ? 'running' : 'waiting';
}

const MEANS = { paused: 'nothing new is started', over: 'the budget is used up', idle: 'nobody runs it', running: 'trials are running', waiting: 'open, and no trial is running', unreadable: 'its store cannot be read' };

export function showState(place, card) {
  const word = standing(card);
  if (place.dataset.state === word) return;
  place.dataset.state = word;
  place.title = MEANS[word];
  place.replaceChildren(state(word));
}

export const finished = card => ['complete', 'failed', 'pruned'].reduce((sum, word) => sum + (card.counts?.[word] ?? 0), 0);

// The share of the budget, by state.
export function progressBar() {
  const parts = ['complete', 'pruned', 'failed', 'running'].map(word => [word, element('span', { class: word })]);
  const bar = element('div', { class: 'progress', role: 'progressbar', 'aria-valuemin': '0', 'aria-label': 'Trials finished' }, ...parts.map(([, part]) => part));
  return {
    element: bar,
    show(card) {
      const done = finished(card);
      const total = mostTrials(card) ?? Math.max(1, done + (card.counts?.running ?? 0));
      parts.forEach(([word, part]) => {
        part.style.width = Math.min(100, 100 * (card.counts?.[word] ?? 0) / total) + '%';
      });
      bar.setAttribute('aria-valuemax', String(Math.max(done, total)));
      bar.setAttribute('aria-valuenow', String(done));
      bar.setAttribute('aria-valuetext', count(done) + (mostTrials(card) ? ' of ' + count(total) : '') + ' trials finished');
    },
  };
}

// How long the rest of the budget takes at the pace so far.
export function timeLeft(card) {
  const most = mostTrials(card);
  const done = finished(card);
  if (standing(card) !== 'running' || !most || done < 3) return '';
  const pace = seconds(card.ran) / done;
  return done >= most ? '' : 'about ' + duration(pace * (most - done)) + ' left';
}
