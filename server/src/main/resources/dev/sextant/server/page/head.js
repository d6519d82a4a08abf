// The head of a study: state, progress, time left, the best value large, its configuration, and what can be done.
import { button, element, link, say } from './dom.js';
import { copy } from './dialog.js';
import { duration, flags, number, plural, python, seconds, short, time, yaml } from './format.js';
import { finished, mostTrials, progressBar, showState, tally, timeLeft } from './studies.js';
import { trial as trialAddress } from './route.js';
import { actions } from './steer.js';
import { remarks } from './remarks.js';

export function studyHead(context) {
  const chip = element('span');
  const bar = progressBar();
  const counts = element('span', { class: 'counts' });
  const facts = element('span', { class: 'soft' });
  const value = element('div', { class: 'best-value' });
  const label = element('div', { class: 'best-label' });
  const against = element('div', { class: 'against soft' });
  const chips = element('div', { class: 'chips' });
  const buttons = actions(context);
  const written = remarks();
  let shownBest = '';

  const head = element('section', { class: 'study-head', 'aria-label': 'Study ' + context.name },
    element('div', { class: 'head-left' },
      element('div', { class: 'title' }, element('h1', {}, context.name), chip),
      bar.element, element('div', { class: 'progress-text' }, counts, facts), written.element, buttons.element),
    element('div', { class: 'head-best' }, label, value, against, chips));

  function showBest(card) {
    const list = card.best ?? [];
    const objective = card.objectives?.[0] ?? { metric: '' };
    const several = (card.objectives ?? []).length > 1;
    const best = list[0];
    const key = JSON.stringify([best?.trial, best?.values, list.length]);
    if (key === shownBest) return;
    shownBest = key;
    if (!best) {
      say(label, 'Best ' + objective.metric);
      value.replaceChildren('–');
      say(against, 'No trial is complete yet.');
      chips.replaceChildren();
      return;
    }
    label.replaceChildren('Best ' + objective.metric + (several ? ', of a front of ' + card.best_of : '') + ' · ', link('trial ' + best.trial, trialAddress(context.name, best.trial)));
    value.replaceChildren(number(best.values[objective.metric]));
    say(against, comparison(card, best, objective));
    showChips(best);
  }

  function showChips(best) {
    const entries = Object.entries(best.parameters);
    const made = entries.slice(0, 12).map(([name, given]) => {
      const text = '--' + name + '=' + given;
      const chosen = button('', () => copy(text, name), { class: 'chip', title: text + ' – click to copy' });
      chosen.append(element('span', { class: 'soft' }, name), ' ', element('b', {}, short(given)));
      return chosen;
    });
    if (entries.length > 12) made.push(element('span', { class: 'soft' }, 'and ' + (entries.length - 12) + ' more'));
    chips.replaceChildren(...made, element('span', { class: 'copy-as' }, 'Copy as ',
      button('flags', () => copy(flags(best.parameters), 'Configuration as flags'), { class: 'quiet' }),
      button('YAML', () => copy(yaml(best.parameters), 'Configuration as YAML'), { class: 'quiet' }),
      button('Python', () => copy(python(best.parameters), 'Configuration for Python'), { class: 'quiet' })));
  }

  return {
    element: head,
    show(card) {
      showState(chip, card);
      bar.show(card);
      say(counts, tally(card));
      facts.replaceChildren(...[mostTrials(card) ? 'of ' + plural(mostTrials(card), 'trial') : plural(finished(card), 'trial') + ' finished',
        seconds(card.ran) ? 'ran for ' + duration(seconds(card.ran)) : '', timeLeft(card)].filter(Boolean).map(text => element('span', {}, text)),
      card.created ? element('span', {}, 'since ', time(card.created)) : '');
      showBest(card);
      written.show(card);
      buttons.show(card);
    },
  };
}

// How much better than the first trial, in words that hold for both goals.
function comparison(card, best, objective) {
  const first = card.first?.values?.[objective.metric];
  const value = best.values[objective.metric];
  if (typeof first !== 'number' || typeof value !== 'number' || card.first.trial === best.trial) return '';
  const name = card.first.origin === 'defaults' ? 'the defaults' : 'the first trial';
  const from = name + ' (' + short(first) + ')';
  if (first === value) return 'the same as ' + from;
  const ratio = objective.goal === 'max' ? value / first : first / value;
  if (ratio >= 1.5 && ratio < 1e6 && first > 0 && value > 0) return Number(ratio.toPrecision(2)) + ' × better than ' + from;
  return short(Math.abs(value - first)) + ' better than ' + from;
}
