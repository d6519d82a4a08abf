// What a trial left that its study names: a list of downloads; pictures that the server has are shown.
import { get, href, of } from './api.js';
import { element, link, say } from './dom.js';
import { bytes } from './format.js';

const PATIENCE = 700;
const LARGEST_PICTURE = 8 << 20;

export function artifacts(context, text) {
  const note = element('p', { class: 'soft', role: 'status' });
  const list = element('ul', { class: 'artifacts' });
  const pictures = element('div', { class: 'pictures' });
  const panel = element('section', { class: 'panel', hidden: true }, element('h2', {}, 'Artifacts'), note, list, pictures);
  let known = '';
  let left = false;

  async function load(attempt) {
    const waits = setTimeout(() => tell('The worker that ran it is asked what it left …'), PATIENCE);
    try {
      const answer = await get(of(context.name, 'trials', text, 'artifacts'));
      if (!left && answer.attempt === attempt) show(answer.artifacts);
    } catch (refused) {
      if (!left) tell(refused.message);
    } finally {
      clearTimeout(waits);
    }
  }

  function tell(words) {
    panel.hidden = left;
    say(note, words);
  }

  function show(all) {
    panel.hidden = !all.length;
    say(note, all.every(one => one.here) ? '' : 'What lies on a worker is brought when you save it.');
    list.replaceChildren(...all.map(one => element('li', {}, link(one.name, address(one), { download: one.name.split('/').pop() }), ' ',
      element('span', { class: 'soft', title: one.size + ' bytes, SHA-256 ' + one.sha256 }, bytes(one.size) + (one.here ? '' : ', on a worker')))));
    pictures.replaceChildren(...all.filter(one => one.here && one.size <= LARGEST_PICTURE && /\.(png|jpe?g)$/i.test(one.name))
      .map(one => element('figure', {}, element('img', { src: address(one), alt: one.name, loading: 'lazy' }), element('figcaption', { class: 'soft' }, one.name))));
  }

  const address = one => href(of(context.name, 'trials', text, 'artifacts', one.name));

  return {
    element: panel,
    // Looks again whenever another attempt has ended.
    show(one) {
      const key = one.attempt > 0 && one.state !== 'running' ? one.attempt + ' ' + one.state : '';
      if (key && key !== known) load(one.attempt);
      known = key;
    },
    leave() {
      left = true;
    },
  };
}
