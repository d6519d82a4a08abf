// What people write on a study or a trial: tags, and a note of some lines.
import { button, element, field } from './dom.js';
import { attempt, open } from './dialog.js';

// Tags as small words, the note as text; the place is empty when nothing was written.
export function remarks() {
  const tags = element('span', { class: 'tags' });
  const note = element('span', { class: 'note' });
  const box = element('div', { class: 'remarks', hidden: true }, tags, note);
  return {
    element: box,
    show(written) {
      const words = written.tags ?? [];
      if (tags.dataset.key !== words.join()) {
        tags.dataset.key = words.join();
        tags.replaceChildren(...tagList(words));
      }
      if (note.textContent !== (written.note ?? '')) note.textContent = written.note ?? '';
      box.hidden = !words.length && !written.note;
    },
  };
}

export const tagList = words => (words ?? []).map(word => element('span', { class: 'tag' }, word));

// A form for both. `save({ note, tags })` sends them; it is called with the old ones to undo.
export function edit(what, written, save) {
  const before = { note: written.note ?? '', tags: written.tags ?? [] };
  open('Note on ' + what, close => {
    const tags = element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
    tags.value = before.tags.join(' ');
    const note = element('textarea', { rows: '5', maxlength: '4000' });
    note.value = before.note;
    const wrong = element('p', { class: 'wrong', role: 'alert' });
    const form = element('form', { class: 'form', novalidate: true },
      field('Tags', tags, 'words to find it by, separated by spaces'), field('Note', note), wrong,
      element('div', { class: 'actions' }, button('Cancel', close), element('button', { type: 'submit', class: 'primary' }, 'Save')));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      try {
        await save({ note: note.value.trim(), tags: [...new Set(tags.value.split(/[\s,]+/).filter(Boolean))] });
        close();
        await attempt(() => {}, 'Saved.', () => attempt(() => save(before), 'Changed back.'));
      } catch (refused) {
        wrong.textContent = refused.message;
      }
    });
    return form;
  });
}
