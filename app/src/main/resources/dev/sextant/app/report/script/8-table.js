// The trials as a table that can be sorted by any column and filtered by text such as `lr < 1e-3 and state == failed`.
const PAGE = 50;
const TABLE_PARAMETERS = 12;
const columns = tableColumns();
const view = { rows: allRows(), page: 0, sort: null, falling: false, filter: '' };

function tableColumns() {
  const trial = { name: 'trial', number: true, of: row => rows.trial[row] };
  const state = { name: 'state', of: row => study.states[rows.state[row]] };
  const metrics = study.metrics.map((name, i) => ({ name, number: true, of: row => rows.metrics[i][row] }));
  const parameters = study.parameters.map((parameter, i) => ({ name: parameter.name, number: parameter.kind === 'number', of: row => parameterValue(i, row), hidden: i >= TABLE_PARAMETERS }));
  const time = { name: 'time', number: true, of: row => rows.seconds[row], text: duration };
  const reason = { name: 'reason', of: row => rows.reason[row] === null ? null : study.texts[rows.reason[row]] };
  const attempt = { name: 'attempt', number: true, of: row => rows.attempt[row], hidden: rows.attempt.every(number => number <= 1) };
  return [trial, state, ...metrics, ...parameters, time, attempt, { ...reason, hidden: rows.reason.every(text => text === null) }];
}

const shownColumns = columns.filter(column => !column.hidden);

const unquoted = text => text.replaceAll('"', '');

// The terms of a filter: blanks around a comparison do not part it, quotes keep blanks together.
function terms(filter) {
  const words = filter.replace(/\s*(<=|>=|!=|==|=|<|>)\s*/g, '$1').match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  return words.filter(word => word !== 'and').map(term);
}

// One term: `name<value` and the like, or a text that any cell may contain.
function term(word) {
  const match = /^("[^"]*"|.+?)(<=|>=|!=|==|=|<|>)(.*)$/.exec(word);
  const column = match && columns.find(candidate => candidate.name === unquoted(match[1]));
  if (!column) return row => columns.some(any => String(any.of(row) ?? '').toLowerCase().includes(unquoted(word).toLowerCase()));
  const operator = match[2];
  const wanted = unquoted(match[3]);
  const equal = value => wanted.split('|').some(one => String(value) === one || one !== '' && typeof value === 'number' && value === Number(one));
  const tests = {
    '=': equal, '==': equal, '!=': value => !equal(value),
    '<': value => value < Number(wanted), '<=': value => value <= Number(wanted), '>': value => value > Number(wanted), '>=': value => value >= Number(wanted),
  };
  return row => column.of(row) !== null && tests[operator](column.of(row));
}

function applyFilter() {
  const tests = terms(view.filter);
  view.rows = allRows().filter(row => tests.every(test => test(row)));
  view.page = 0;
  applySort();
}

function applySort() {
  const { sort, falling } = view;
  if (sort) {
    const sign = falling ? -1 : 1;
    view.rows.sort((a, b) => {
      const one = sort.of(a), other = sort.of(b);
      if (one === null || other === null) return (one === null) - (other === null);
      return sign * (typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other)));
    });
  }
  drawTable();
}

function sortBy(column) {
  view.falling = view.sort === column && !view.falling;
  view.sort = column;
  view.page = 0;
  applySort();
}

function cell(column, row) {
  const value = column.of(row);
  if (column.name === 'state') return element('td', { class: 'state ' + value, 'data-label': 'state' }, value);
  const text = column.text ? column.text(value) : short(value);
  return element('td', { class: [column.number ? 'number' : '', value === null ? 'absent' : ''].join(' '), title: value === null ? null : String(value), 'data-label': column.name }, text);
}

function drawTable() {
  const pages = Math.max(1, Math.ceil(view.rows.length / PAGE));
  const best = study.objectives.length === 1 ? new Set([study.best]) : new Set(study.front);
  const shown = view.rows.slice(view.page * PAGE, (view.page + 1) * PAGE);
  document.getElementById('rows').replaceChildren(...shown.map(row =>
    element('tr', { class: best.has(rows.trial[row]) ? 'is-best' : null }, ...shownColumns.map(column => cell(column, row)))));
  document.querySelectorAll('.rows th').forEach((head, i) => {
    const sorted = shownColumns[i] === view.sort;
    head.setAttribute('aria-sort', sorted ? view.falling ? 'descending' : 'ascending' : 'none');
    head.querySelector('span').textContent = sorted ? view.falling ? ' ↓' : ' ↑' : '';
  });
  document.getElementById('found').textContent = plural(view.rows.length, 'trial') + ', page ' + (view.page + 1) + ' of ' + pages;
  document.getElementById('back').disabled = view.page === 0;
  document.getElementById('on').disabled = view.page >= pages - 1;
}

function turn(pages) {
  view.page += pages;
  drawTable();
}

function setFilter(text) {
  document.getElementById('filter').value = text;
  view.filter = text;
  applyFilter();
}

function startTable() {
  const head = document.getElementById('columns');
  if (!head) return;
  for (const column of shownColumns) {
    const button = element('button', { type: 'button', title: 'Sort by ' + column.name }, column.name, element('span'));
    button.addEventListener('click', () => sortBy(column));
    head.append(element('th', { scope: 'col', class: column.number ? 'number' : null }, button));
  }
  const filter = document.getElementById('filter');
  filter.addEventListener('input', () => {
    view.filter = filter.value;
    applyFilter();
  });
  document.getElementById('back').addEventListener('click', () => turn(-1));
  document.getElementById('on').addEventListener('click', () => turn(1));
  if (study.objectives.length === 1 && count > 0) {
    view.sort = columns.find(column => column.name === study.objectives[0].metric);
    view.falling = study.objectives[0].goal === 'max';
  }
  applyFilter();
}
