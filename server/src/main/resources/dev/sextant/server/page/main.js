import { get, post } from './api.js';
import { button, element, link, say } from './dom.js';
import { complain, open } from './dialog.js';
import { here, study as studyAddress, to } from './route.js';
import { redrawAll } from './chart.js';
import { search } from './search.js';
import { studies } from './studies.js';
import { study } from './study.js';

const main = document.getElementById('main');
const crumbs = element('nav', { class: 'crumbs', 'aria-label': 'Where you are' });
const dot = element('span', { class: 'live', role: 'status' });
const who = element('span', { class: 'who soft' });
let shown = { key: '', leave() {}, change() {} };

function topBar() {
  const mark = link('', '#/', { class: 'mark', 'aria-label': 'Sextant, all studies' });
  mark.append(element('img', { src: 'mark.svg', alt: '', width: 24, height: 24 }), element('span', {}, 'Sextant'));
  document.getElementById('top').append(mark, crumbs, element('span', { class: 'gap' }), dot,
    button('Search', () => search(), { class: 'search-button', title: 'Search (press / or Ctrl-K)', 'aria-keyshortcuts': '/ Control+K' }),
    themeButton(), who);
}

function themeButton() {
  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const label = () => isDark() ? 'Light' : 'Dark';
  const made = button(label(), () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem('sextant-theme', next);
    } catch {
      // no storage: for this visit only
    }
    say(made, label());
    redrawAll();
  }, { class: 'quiet theme', title: 'Switch between dark and light' });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    say(made, label());
    redrawAll();
  });
  return made;
}

// What the dot says: null when connected, else since when not.
function alive(since) {
  dot.classList.toggle('is-lost', since !== null);
  say(dot, since === null ? 'live' : 'reconnecting since ' + new Date(since).toLocaleTimeString([], { hour12: false }));
}

function path(words) {
  crumbs.replaceChildren();
  const [kind, name, , item] = words;
  if (kind !== 'study') return;
  crumbs.append(element('span', { 'aria-hidden': 'true' }, '›'), link(name, studyAddress(name)));
  if (words[2] === 'trial') crumbs.append(element('span', { 'aria-hidden': 'true' }, '›'), link('trial ' + item, to(words)));
}

// Shows what the address says. A view that only has to change what it shows is kept.
function show() {
  const { words, search: query } = here();
  path(words);
  document.title = [...(words[0] === 'study' ? [words[2] === 'trial' ? 'trial ' + words[3] : words[2] ?? '', words[1]].filter(Boolean) : []), 'Sextant'].join(' – ');
  const key = words[0] === 'study' ? 'study ' + words[1] : 'studies';
  if (shown.key === key) {
    shown.change(words, query);
    return;
  }
  shown.leave();
  main.replaceChildren();
  shown = { key, ...(words[0] === 'study' ? study(main, words[1], alive) : studies(main, alive)) };
  shown.change(words, query);
  window.scrollTo(0, 0);
}

function askForToken() {
  open('This server asks for a token', close => {
    const wrong = element('p', { class: 'wrong', role: 'alert' });
    const input = element('input', { type: 'password', autocomplete: 'off', 'aria-label': 'Token' });
    const form = element('form', {}, element('p', {}, 'Whoever runs it makes one: ', element('code', {}, 'sextant token create NAME --role read'), '.'), input, wrong,
      element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary' }, 'Go on')));
    // The server keeps the token in a cookie that no script can read.
    form.addEventListener('submit', async event => {
      event.preventDefault();
      try {
        await post('/session', { token: input.value.trim() });
        close();
        location.reload();
      } catch (refused) {
        wrong.textContent = refused.message;
      }
    });
    return form;
  });
}

async function start() {
  topBar();
  alive(null);
  window.addEventListener('hashchange', show);
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
    if ((event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      search();
    }
  });
  show();
  try {
    const { you, version } = await get('');
    say(who, you ? you.name + (you.role && you.role !== 'admin' ? ' (' + you.role + ')' : '') : '');
    who.title = 'Sextant ' + (version ?? '');
  } catch (refused) {
    if (refused.status === 401 && !document.querySelector('dialog')) askForToken();
    else if (refused.status !== 401) complain(refused);
  }
  document.documentElement.dataset.ready = 'yes';
}

start();
