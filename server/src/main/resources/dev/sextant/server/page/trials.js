// The table of trials and the parallel coordinates are one: what is brushed becomes the filter, and the filter is text.
import { chart as ask } from './api.js';
import { button, calmly, element, link, say, settled } from './dom.js';
import { count, plural } from './format.js';
import { replaceSearch, to } from './route.js';
import { parallelChart } from './parallel.js';
import { trialTable } from './table.js';

const LINES = 600;
const PAUSE = 2000;

export function trials(body, context, query) {
  const input = element('input', { type: 'text', class: 'filter', 'aria-label': 'Filter: which trials', placeholder: example(context), autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'filter-note' });
  const note = element('span', { id: 'filter-note', class: 'soft', role: 'status' });
  const wrong = element('p', { class: 'wrong', role: 'alert' });
  const clear = button('Clear', () => filter(''), { class: 'quiet' });
  const compare = link('Compare', '#/', { class: 'button primary', hidden: true });
  const fresh = button('', () => table.renew(), { class: 'news', hidden: true });
  const parallel = parallelChart(context, brushed);
  const columns = element('details', { class: 'menu columns' }, element('summary', {}, 'Columns'));
  const table = trialTable(context, { count: shown, refuse: refused, news, selected, sorted });
  let drawnWhere = null;
  let left = false;

  body.append(element('section', { class: 'panel' }, parallel.box),
    element('div', { class: 'tools' }, input, clear, note, element('span', { class: 'gap' }), fresh, compare, columns), wrong, table.element);

  function apply(where, sort) {
    clear.hidden = !where;
    if (input.value !== where) input.value = where;
    table.ask(where, sort);
  }

  // What somebody typed: the lines follow the filter.
  function filter(where) {
    parallel.forget();
    apply(where, table.sort());
    remember();
    draw();
  }

  // What somebody brushed: the lines stay, the table follows.
  function brushed(where) {
    drawnWhere = '';
    apply(where, table.sort());
    remember();
  }

  function sorted(sort) {
    apply(input.value.trim(), sort);
    remember();
  }

  const remember = () => replaceSearch({ where: input.value.trim(), sort: table.sort() === '-trial' ? '' : table.sort() });

  function shown(matching, total, whole) {
    if (left) return;
    wrong.textContent = '';
    input.setAttribute('aria-invalid', 'false');
    say(note, (matching === total ? plural(total, 'trial') : count(matching) + ' of ' + plural(total, 'trial')) + (whole ? '' : ', reading …'));
  }

  function refused(error) {
    wrong.textContent = error.message;
    input.setAttribute('aria-invalid', error.status === 400 ? 'true' : 'false');
  }

  function news(more) {
    fresh.hidden = !more;
    say(fresh, more ? count(more) + ' new ↑' : '');
  }

  function selected(numbers) {
    compare.hidden = numbers.length < 2;
    say(compare, numbers.length > 10 ? 'Compare the first 10' : 'Compare ' + numbers.length);
    compare.setAttribute('href', to(['study', context.name, 'compare'], { trials: numbers.slice(0, 10).join(',') }));
  }

  async function draw() {
    const where = input.value.trim();
    try {
      const data = await ask(context.name, 'parallel', { lines: LINES, where });
      if (left) return;
      drawnWhere = where;
      parallel.take(data);
      table.parameters(data.parameters, columns);
    } catch (refusal) {
      if (!left) refused(refusal);
    }
  }

  const typed = settled(() => filter(input.value.trim()), 350);
  input.addEventListener('input', typed);
  const later = calmly(() => {
    if (left) return;
    table.refresh();
    if (!parallel.isBrushed() && drawnWhere !== null) draw();
  }, PAUSE);
  context.heard.add(later);

  const start = given => {
    input.value = given.get('where') ?? '';
    apply(input.value, given.get('sort') || '-trial');
    draw();
  };
  start(query);
  return {
    change: given => (given.get('where') ?? '') !== input.value.trim() && start(given),
    leave() {
      left = true;
      parallel.dispose();
      table.leave();
    },
  };
}

function example(context) {
  const metric = context.card?.objectives?.[0];
  return 'Filter, such as: ' + (metric ? metric.metric + (metric.goal === 'max' ? ' > 0.9' : ' < 0.1') + ' and ' : '') + 'state == complete';
}
