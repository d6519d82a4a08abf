import { button, element } from './dom.js';

const notices = () => document.getElementById('notices');

// Says that something went wrong, until it is closed.
export function complain(error) {
  if (error?.name === 'AbortError' || error?.status === 401) return;
  const message = error?.message ?? String(error);
  if ([...notices().children].some(other => other.dataset.message === message)) return;
  const box = element('div', { class: 'notice is-error' }, element('p', {}, message));
  box.dataset.message = message;
  box.append(button('Close', () => box.remove(), { class: 'quiet' }));
  notices().append(box);
}

// Says that something was done, for a while; `undo`, if there is one, is offered meanwhile.
export function done(message, undo) {
  const box = element('div', { class: 'notice' }, element('p', {}, message));
  if (undo) {
    box.append(button('Undo', () => {
      box.remove();
      undo();
    }));
  }
  box.append(button('Close', () => box.remove(), { class: 'quiet' }));
  notices().append(box);
  setTimeout(() => box.remove(), undo ? 12000 : 5000);
}

// Does something and says how it went; answers whether it was done.
export async function attempt(act, message, undo) {
  try {
    await act();
    if (message) done(message, undo);
    return true;
  } catch (refused) {
    complain(refused);
    return false;
  }
}

// A window in front of the page. `build(close)` answers what stands in it.
export function open(title, build, attributes = {}) {
  const before = document.activeElement;
  const heading = element('h2', { id: 'dialog-title' }, title);
  const dialog = element('dialog', { 'aria-labelledby': 'dialog-title', ...attributes });
  const close = () => dialog.close();
  dialog.append(element('div', { class: 'dialog-head' }, heading, button('✕', close, { class: 'quiet', 'aria-label': 'Close' })), build(close));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  dialog.addEventListener('click', event => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// Asks once. Answers whether the person agreed.
export function ask(title, text, yes, dangerous = false) {
  return new Promise(answer => {
    let agreed = false;
    const dialog = open(title, close => element('div', {},
      element('p', {}, text),
      element('div', { class: 'actions' },
        button('Cancel', close),
        button(yes, () => {
          agreed = true;
          close();
        }, { class: dangerous ? 'primary danger' : 'primary' }))));
    dialog.addEventListener('close', () => answer(agreed));
  });
}

// Copies a text and says so.
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    done(what + ' copied.');
  } catch {
    open('Copy ' + what, () => {
      const area = element('textarea', { readonly: true, rows: 6, 'aria-label': what });
      area.value = text;
      requestAnimationFrame(() => area.select());
      return area;
    });
  }
}
