// What can be done with a study: each button asks once where something is lost, says what happened, and offers the way back.
import { chart, of, patch, post } from './api.js';
import { button, element, field } from './dom.js';
import { ask, attempt, complain, open } from './dialog.js';
import { plural, short } from './format.js';
import { edit } from './remarks.js';
import { standing } from './studies.js';

export function actions(context) {
  const { name } = context;
  const pause = button('Pause', () => attempt(() => post(of(name, 'pause')), 'Study paused: running trials go on, nothing new is started.', () => act('resume')));
  const resume = button('Resume', () => attempt(() => post(of(name, 'resume')), 'Study resumed.'), { class: 'primary' });
  const stop = button('Stop', () => stopStudy(context), { class: 'danger' });
  const retry = button('Retry failed', () => attempt(() => post(of(name, 'retry'), { failed: true }), 'Failed trials are queued again.'));
  const save = async written => {
    await patch(of(name), written);
    await context.reread();
  };
  const act = word => attempt(() => post(of(name, word)));
  return {
    element: element('div', { class: 'actions' }, pause, resume, stop,
      button('Enqueue …', () => enqueue(context)), button('Budget …', () => budget(context)), button('Note …', () => edit(name, context.card ?? {}, save)), retry),
    show(card) {
      pause.hidden = card.paused || standing(card) === 'over';
      resume.hidden = !card.paused;
      stop.hidden = card.state !== 'running' || card.here;
      retry.hidden = !(card.counts?.failed > 0);
    },
  };
}

async function stopStudy(context) {
  const running = context.card?.counts?.running ?? 0;
  const what = running ? plural(running, 'running trial') + ' get TERM, then KILL after the grace time, and return to the queue.' : 'No trial is running.';
  if (await ask('Stop ' + context.name + '?', what + ' Nothing that is finished is lost; the study can be continued at any time.', 'Stop the study', true)) {
    await attempt(() => post(of(context.name, 'stop'), { why: 'stopped on the page' }), 'The study stops.');
  }
}

// A form made from the space; what is left empty takes its default. `given` fills it in.
export async function enqueue(context, given = null) {
  let space;
  try {
    space = await chart(context.name, 'parameters');
  } catch (refused) {
    complain(refused);
    return;
  }
  const best = context.card?.best?.[0];
  const start = given ?? best?.parameters ?? {};
  open('Enqueue a configuration', close => {
    const fields = space.parameters.filter(parameter => parameter.kind !== 'constant').map(parameter => parameterField(parameter, start[parameter.name]));
    const wrong = element('p', { class: 'wrong', role: 'alert' });
    const form = element('form', { class: 'form', novalidate: true },
      element('p', { class: 'soft' }, given ? 'Change what you like: it is tried next.' : best ? 'It begins with the best configuration so far, and is tried next.' : 'It is tried next.'),
      fields.map(one => one.row),
      space.require.length ? element('p', { class: 'hint' }, 'Required: ' + space.require.join('; ')) : null, wrong,
      element('div', { class: 'actions' }, button('Cancel', close), element('button', { type: 'submit', class: 'primary' }, 'Enqueue')));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      wrong.textContent = '';
      const read = fields.map(one => one.read());
      if (read.some(one => one.wrong)) {
        fields[read.findIndex(one => one.wrong)].row.querySelector('input, select').focus();
        return;
      }
      const parameters = Object.fromEntries(read.filter(one => one.value !== undefined).map(one => [one.name, one.value]));
      try {
        const { trial } = await post(of(context.name, 'enqueue'), { parameters, why: 'from the page' });
        close();
        await attempt(() => {}, 'Enqueued as trial ' + trial + '.', () => attempt(() => post(of(context.name, 'trials', String(trial), 'stop'), { why: 'taken back' }), 'Taken back.'));
      } catch (refused) {
        wrong.textContent = refused.message;
      }
    });
    return form;
  });
}

function parameterField(parameter, start) {
  const conditional = parameter.condition ? ' – only if ' + parameter.condition : '';
  const hint = parameter.allowed + conditional;
  if (parameter.kind === 'category') {
    const select = element('select', {}, element('option', { value: '' }, parameter.condition ? 'inactive' : 'default: ' + parameter.default),
      parameter.values.map((value, index) => element('option', { value: String(index) }, String(value))));
    const place = parameter.values.indexOf(start);
    select.value = place < 0 ? '' : String(place);
    const row = field(parameter.name, select, hint);
    return { row, read: () => ({ name: parameter.name, value: select.value === '' ? undefined : parameter.values[Number(select.value)] }) };
  }
  const input = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', placeholder: parameter.condition ? 'inactive' : 'default: ' + short(parameter.default) });
  input.value = start === undefined ? '' : String(start);
  const row = field(parameter.name, input, hint);
  return { row, read: () => readNumber(parameter, input.value.trim(), row) };
}

function readNumber(parameter, text, row) {
  row.complain('');
  if (text === '') return { name: parameter.name, value: undefined };
  const value = Number(text);
  const wrong = Number.isNaN(value) ? '“' + text + '” is not a number. Allowed: ' + parameter.allowed
    : parameter.whole && !Number.isInteger(value) ? parameter.name + ' is a whole number. Allowed: ' + parameter.allowed
      : value < parameter.low || value > parameter.high ? short(value) + ' is out of range. Allowed: ' + parameter.allowed : '';
  row.complain(wrong);
  return { name: parameter.name, value, wrong };
}

const numeral = value => typeof value === 'number' ? String(value) : '';

// Changes budget and slots.
export function budget(context) {
  const settings = context.whole?.settings ?? {};
  open('Budget and slots', close => {
    const trials = element('input', { type: 'number', min: '1', step: '1', placeholder: 'no limit' });
    trials.value = numeral(settings.budget?.trials);
    const time = element('input', { type: 'text', placeholder: 'no limit', autocomplete: 'off' });
    time.value = settings.budget?.time && settings.budget.time !== 'off' ? settings.budget.time : '';
    const slots = element('input', { type: 'number', min: '1', step: '1', placeholder: 'as many as fit' });
    slots.value = numeral(settings.slots);
    const wrong = element('p', { class: 'wrong', role: 'alert' });
    const form = element('form', { class: 'form', novalidate: true },
      field('Trials', trials, 'complete, failed and pruned ones, over all continuations'),
      field('Time', time, 'such as 90m or 2h30m; running trials finish'),
      field('Slots', slots, 'trials that run at once; a tune that is running takes it up when it is continued'), wrong,
      element('div', { class: 'actions' }, button('Cancel', close), element('button', { type: 'submit', class: 'primary' }, 'Change')));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const before = { budget: settings.budget ?? {}, slots: settings.slots };
      const body = { budget: { ...before.budget, trials: trials.value ? Number(trials.value) : 'off' } };
      if (time.value.trim()) body.budget.time = time.value.trim();
      else if (body.budget.time) body.budget.time = 'off';
      if (slots.value) body.slots = Number(slots.value);
      else if (before.slots) body.slots = 'off';
      try {
        await patch(of(context.name), body);
        close();
        const undo = { budget: { trials: 'off', time: 'off', ...before.budget }, slots: before.slots ?? 'off' };
        await attempt(() => context.reread(), 'Budget changed.', () => attempt(async () => {
          await patch(of(context.name), undo);
          await context.reread();
        }, 'Changed back.'));
      } catch (refused) {
        wrong.textContent = refused.message;
      }
    });
    return form;
  });
}
