import { get, of, query } from './api.js';
import { button, element } from './dom.js';
import { percent, plural } from './format.js';

const BRIEF = 6;
const FEWEST = 4;

// Which parameters mattered, as bars with their share; measured again when there are twice as many complete trials, or somebody wants it.
export function importanceBars(context, { brief = false } = {}) {
  const place = element('div', { class: 'bars' });
  const method = element('select', { 'aria-label': 'Method' }, element('option', { value: 'ped-anova' }, 'among the best trials (PED-ANOVA)'), element('option', { value: 'fanova' }, 'overall, with interactions (fANOVA)'));
  const panel = element('section', { class: 'panel' }, element('div', { class: 'panel-head' }, element('h2', {}, 'What mattered'), brief ? null : method, button('Again', load, { class: 'quiet', title: 'Measure again with the trials there are now' })), place);
  const complete = () => context.card?.counts?.complete ?? 0;
  let measured = 0;
  method.addEventListener('change', load);
  context.heard.add(() => {
    if (complete() >= Math.max(FEWEST, 2 * measured)) measure();
  });

  function load() {
    place.replaceChildren(element('p', { class: 'soft' }, 'Measuring …'));
    measure();
  }

  async function measure() {
    measured = Math.max(1, complete());
    try {
      const data = await get(query(of(context.name, 'model', 'importance'), { method: brief ? null : method.value }));
      if (data.nothing) place.replaceChildren(element('p', { class: 'soft' }, data.nothing));
      else show(data);
    } catch (refused) {
      place.replaceChildren(element('p', { class: 'soft' }, refused.message));
    }
  }

  function show(data) {
    const shown = brief ? data.parameters.slice(0, BRIEF) : data.parameters;
    place.replaceChildren(element('p', { class: 'caption' }, 'For ' + data.metric + ', ' + plural(data.trials, 'complete trial') + '.' + (data.top ? ' What sets the best ' + percent(data.top) + ' apart.' : '')),
      table('Parameter', shown.map(weight => [weight.parameter, weight])));
    if (data.pairs?.length && !brief) place.append(element('h3', {}, 'Together'), table('Two parameters', data.pairs.map(weight => [weight.parameters.join(' × '), weight])));
    if (shown.length < data.parameters.length) place.append(element('p', { class: 'soft' }, 'and ' + plural(data.parameters.length - shown.length, 'more parameter')));
  }

  return { element: panel, load };
}

function table(name, weights) {
  return element('table', { class: 'shares' }, element('thead', { class: 'unseen' }, element('tr', {}, element('th', { scope: 'col' }, name), element('th', { scope: 'col' }, 'Share'), element('td'))),
    element('tbody', {}, weights.map(([label, weight]) => {
      const bar = element('span', { class: 'share' });
      bar.style.width = 100 * Math.max(0.004, weight.share) + '%';
      const range = element('span', { class: 'range' });
      range.style.left = 100 * weight.low + '%';
      range.style.width = 100 * Math.max(0, weight.high - weight.low) + '%';
      return element('tr', {}, element('th', { scope: 'row' }, label), element('td', { class: 'right', title: 'from ' + percent(weight.low) + ' to ' + percent(weight.high) }, percent(weight.share)), element('td', { class: 'bar', 'aria-hidden': 'true' }, bar, range));
    })));
}
