// A table of any length: only the rows that are seen are there. The server filters, sorts and pages.
import { get, of, query } from './api.js';
import { element, link, say } from './dom.js';
import { duration, short, spanOf, state, time } from './format.js';
import { tagList } from './remarks.js';
import { trial as address } from './route.js';

const ROW = 32;
const CARD = 124;
const PAGE = 100;
const TALLEST = 8e6;
const SPARE = 12;
const FEW = 14;

export function trialTable(context, told) {
  const head = element('div', { class: 'row head', role: 'row' });
  const rows = element('div', { class: 'rows', role: 'rowgroup' });
  const filler = element('div', { class: 'filler' }, rows);
  const scroll = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table of trials' });
  const table = element('div', { class: 'table', role: 'table', 'aria-label': 'Trials' }, element('div', { class: 'heads', role: 'rowgroup' }, head), filler);
  scroll.append(table);
  const pages = new Map();
  const chosen = new Set();
  let where = '';
  let order = '-trial';
  let until = null;
  let matching = 0;
  let total = 0;
  let asked = 0;
  let parameters = [];
  let hidden = new Set();
  let columns = [];
  let tagsSeen = false;
  const narrow = matchMedia('(max-width: 40rem)');

  const height = () => narrow.matches ? CARD : ROW;
  const scale = () => Math.max(1, matching * height() / TALLEST);

  // Rows that come while somebody reads wait: the answer is held at the trials there were when it was asked for.
  const condition = () => [where && '(' + where + ')', until !== null && order === '-trial' && 'trial < ' + until].filter(Boolean).join(' and ');

  async function page(index, force = false) {
    if (pages.has(index) && !force) return;
    if (!pages.has(index)) pages.set(index, null);
    const run = asked;
    try {
      const answer = await get(query(of(context.name, 'trials'), { where: condition(), sort: order, from: index * PAGE, count: PAGE }));
      if (run !== asked) return;
      pages.set(index, answer.trials);
      showTags(answer.trials);
      total = answer.total;
      if (until === null) until = answer.total;
      matching = answer.matching;
      told.count(matching, order === '-trial' && !where ? matching : total, answer.whole);
      told.news(order === '-trial' ? Math.max(0, total - until) : 0);
      layOut();
    } catch (refused) {
      if (run !== asked) return;
      pages.delete(index);
      told.refuse(refused);
    }
  }

  // The column comes when there is something to see.
  function showTags(trials) {
    if (tagsSeen || !trials.some(trial => trial.tags)) return;
    tagsSeen = true;
    hidden.delete('tags');
    headings();
  }

  function begin() {
    asked++;
    pages.clear();
    until = null;
    scroll.scrollTop = 0;
    page(0);
  }

  function layOut() {
    filler.style.height = Math.min(TALLEST, Math.max(1, matching) * height()) + 'px';
    draw();
  }

  // The first row that is seen; a scroll bar shorter than the rows stands for all of them.
  function firstSeen() {
    const top = Math.max(0, scroll.scrollTop);
    if (scale() === 1) return Math.floor(top / height());
    const share = top / Math.max(1, filler.offsetHeight - scroll.clientHeight);
    return Math.round(Math.min(1, share) * Math.max(0, matching - Math.floor(scroll.clientHeight / height())));
  }

  function draw() {
    const seen = firstSeen();
    const many = Math.ceil(scroll.clientHeight / height());
    const from = Math.max(0, seen - SPARE);
    const to = Math.min(matching, seen + many + SPARE);
    for (let index = Math.floor(from / PAGE); index <= Math.floor(Math.max(from, to - 1) / PAGE); index++) page(index);
    rows.style.transform = 'translateY(' + (scale() === 1 ? from * height() : scroll.scrollTop - (seen - from) * height()) + 'px)';
    const kept = new Map([...rows.children].map(row => [row.dataset.key, row]));
    const wanted = [];
    for (let place = from; place < to; place++) {
      const trial = pages.get(Math.floor(place / PAGE))?.[place % PAGE];
      const key = trial ? trial.trial + ' ' + trial.attempt + ' ' + trial.state + ' ' + JSON.stringify([trial.values, trial.tags, trial.note]) + columns.length : 'empty ' + place;
      const row = kept.get(key) ?? (trial ? trialRow(trial, place) : element('div', { class: 'row', role: 'row', 'data-key': key }, element('span', { role: 'cell', class: 'soft' }, '…')));
      row.dataset.key = key;
      wanted.push(row);
    }
    if (wanted.length !== rows.children.length || wanted.some((row, index) => rows.children[index] !== row)) rows.replaceChildren(...wanted);
    table.setAttribute('aria-rowcount', String(matching + 1));
    if (!matching && pages.get(0)) rows.replaceChildren(element('p', { class: 'empty' }, where ? 'No trial matches.' : 'No trial yet.'));
  }

  function trialRow(trial, place) {
    const best = (context.card?.best ?? []).some(one => one.trial === trial.trial);
    const row = element('div', { class: 'row' + (best ? ' is-best' : ''), role: 'row', 'aria-rowindex': String(place + 2) });
    const check = element('input', { type: 'checkbox', 'aria-label': 'Choose trial ' + trial.trial + ' for comparing' });
    check.checked = chosen.has(trial.trial);
    check.addEventListener('change', () => {
      if (check.checked) chosen.add(trial.trial);
      else chosen.delete(trial.trial);
      told.selected([...chosen]);
    });
    row.append(element('span', { role: 'cell', class: 'check' }, check));
    columns.forEach(column => row.append(element('span', { role: 'cell', class: column.style, 'data-label': column.label ?? column.name, title: column.full?.(trial) ?? null }, column.cell(trial))));
    return row;
  }

  function allColumns() {
    const spec = context.whole?.spec ?? {};
    const objectives = (context.card?.objectives ?? []).map(one => one.metric);
    const recorded = [spec.record ?? []].flat().filter(name => !objectives.includes(name));
    const names = parameters.length ? parameters.map(one => one.name) : Object.keys(spec.space ?? {});
    const figure = name => ({ name, style: 'right figure', full: trial => trial.values[name] === undefined ? null : String(trial.values[name]), cell: trial => short(trial.values[name]) });
    return [
      { name: 'trial', style: 'right', width: '4.5rem', cell: trial => link(String(trial.trial), address(context.name, trial.trial)) },
      { name: 'state', width: '7rem', cell: trial => state(trial.state) },
      { name: 'tags', width: 'minmax(5rem, 1fr)', unsorted: true, full: trial => trial.note ?? null, cell: trial => tagList(trial.tags) },
      ...[...objectives, ...recorded].map(figure),
      ...names.map(name => ({ name, style: numeric(name) ? 'right' : '', full: trial => trial.parameters[name] === undefined ? null : String(trial.parameters[name]), cell: trial => short(trial.parameters[name]) })),
      { name: 'seconds', label: 'took', style: 'right', cell: trial => duration(spanOf(trial)) },
      { name: 'started', width: '6.5rem', cell: trial => time(trial.started) },
      { name: 'reason', width: 'minmax(9rem, 2fr)', style: 'soft', full: trial => trial.reason ?? trial.why ?? null, cell: trial => trial.reason ?? '' },
      { name: 'why', width: 'minmax(9rem, 2fr)', style: 'soft', full: trial => trial.why ?? null, cell: trial => trial.why ?? '' },
    ];
  }

  const numeric = name => (parameters.find(one => one.name === name)?.kind ?? 'number') === 'number';

  function headings() {
    columns = allColumns().filter(column => !hidden.has(column.name));
    table.style.setProperty('--columns', '2.4rem ' + columns.map(column => column.width ?? 'minmax(5.9rem, 1fr)').join(' '));
    head.replaceChildren(element('span', { role: 'columnheader', class: 'check' }, element('span', { class: 'unseen' }, 'Compare')), ...columns.map(heading));
  }

  function heading(column) {
    const rising = order === column.name;
    const falling = order === '-' + column.name;
    if (column.unsorted) return element('span', { role: 'columnheader' }, column.name);
    const sort = element('button', { type: 'button', title: 'Sort by ' + column.name }, (column.label ?? column.name) + (rising ? ' ▲' : falling ? ' ▼' : ''));
    sort.addEventListener('click', () => told.sorted(falling ? column.name : '-' + column.name));
    return element('span', { role: 'columnheader', class: column.style, 'aria-sort': rising ? 'ascending' : falling ? 'descending' : 'none' }, sort);
  }

  function chooser(menu) {
    menu.querySelector('.menu-items')?.remove();
    menu.append(element('div', { class: 'menu-items' }, allColumns().map(column => {
      const check = element('input', { type: 'checkbox' });
      check.checked = !hidden.has(column.name);
      check.addEventListener('change', () => {
        if (check.checked) hidden.delete(column.name);
        else hidden.add(column.name);
        headings();
        rows.replaceChildren();
        draw();
      });
      return element('label', {}, check, ' ' + (column.label ?? column.name));
    })));
  }

  scroll.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  const turned = () => {
    rows.replaceChildren();
    layOut();
  };
  narrow.addEventListener('change', turned);
  hidden.add('why');
  hidden.add('tags');
  headings();

  return {
    element: scroll,
    sort: () => order,
    ask(nextWhere, nextOrder) {
      where = nextWhere;
      order = nextOrder;
      headings();
      begin();
    },
    // What is seen is brought up to date in its place; new rows wait.
    refresh() {
      if (pages.get(0) === undefined) return;
      const seen = firstSeen();
      page(Math.floor(seen / PAGE), true);
      const last = Math.floor((seen + Math.ceil(scroll.clientHeight / height())) / PAGE);
      if (last !== Math.floor(seen / PAGE) && last * PAGE < matching) page(last, true);
    },
    renew: begin,
    parameters(given, menu) {
      const before = parameters.map(one => one.name).join();
      parameters = given;
      if (before === given.map(one => one.name).join() && menu.querySelector('.menu-items')) return;
      if (!before) given.slice(FEW).forEach(one => hidden.add(one.name));
      headings();
      chooser(menu);
      rows.replaceChildren();
      draw();
    },
    leave: () => narrow.removeEventListener('change', turned),
  };
}
