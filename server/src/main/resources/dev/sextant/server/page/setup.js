// What was understood of the study, and the ways to change it.
import { element, button } from './dom.js';
import { budget, enqueue } from './steer.js';
import { copy, complain } from './dialog.js';
import { short } from './format.js';
import { chart as ask } from './api.js';

export function setup(body, context) {
  let left = false;

  async function load() {
    try {
      const [whole, { parameters, require }] = await Promise.all([context.reread(), ask(context.name, 'parameters')]);
      if (!left) show(whole, parameters, require);
    } catch (refused) {
      if (!left) complain(refused);
    }
  }

  function show(whole, parameters, require) {
    const spec = whole.spec ?? {};
    body.replaceChildren(element('div', { class: 'grid' },
      element('section', { class: 'panel span-2' }, element('div', { class: 'panel-head' }, element('h2', {}, 'Space'), button('Enqueue …', () => enqueue(context))),
        element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Parameters' }, element('table', {}, element('thead', {}, element('tr', {}, ['parameter', 'allowed', 'default', 'only if'].map(label => element('th', { scope: 'col' }, label)))),
          element('tbody', {}, parameters.map(one => element('tr', {}, element('th', { scope: 'row' }, one.name), element('td', {}, one.allowed), element('td', {}, short(one.default)), element('td', {}, one.condition ?? '')))))),
        require.length ? element('p', {}, 'Required: ', require.map(one => [element('code', {}, one), ' '])) : null),
      element('section', { class: 'panel' }, element('div', { class: 'panel-head' }, element('h2', {}, 'Study'), button('Budget and slots …', () => budget(context))), facts(spec)),
      element('section', { class: 'panel' }, element('div', { class: 'panel-head' }, element('h2', {}, 'As a file'), button('Copy', () => copy(yaml(spec), 'Study file'))),
        element('pre', { tabindex: '0', class: 'tall', role: 'region', 'aria-label': 'The study as a file' }, yaml(spec)))));
  }

  load();
  return {
    leave() {
      left = true;
    },
  };
}

function facts(spec) {
  const order = ['command', 'objective', 'record', 'limit', 'strategy', 'stopping', 'fidelity', 'budget', 'slots', 'resources', 'trial', 'seed', 'duplicates', 'warm_start', 'directory'];
  const list = element('dl', { class: 'pairs' });
  order.filter(name => spec[name] !== undefined).forEach(name => list.append(element('dt', {}, name.replace('_', ' ')), element('dd', {}, element('code', {}, name === 'command' ? spec.command.join(' ') : flow(spec[name])))));
  return list;
}

const plain = text => /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);

// A value in YAML on one line.
function flow(value) {
  if (Array.isArray(value)) return '[' + value.map(flow).join(', ') + ']';
  if (value !== null && typeof value === 'object') return '{' + Object.entries(value).map(([name, inner]) => (plain(name) ? name : JSON.stringify(name)) + ': ' + flow(inner)).join(', ') + '}';
  return typeof value === 'string' ? plain(value) ? value : JSON.stringify(value) : String(value);
}

// The study file: a key a line, the space a parameter a line.
function yaml(spec) {
  return Object.entries(spec).map(([name, value]) => name === 'space' && value && typeof value === 'object' && !Array.isArray(value)
    ? 'space:\n' + Object.entries(value).map(([parameter, domain]) => '  ' + (plain(parameter) ? parameter : JSON.stringify(parameter)) + ': ' + flow(domain)).join('\n')
    : name + ': ' + flow(value)).join('\n') + '\n';
}
