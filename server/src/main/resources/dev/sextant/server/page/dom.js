// Elements are made with text, never with markup: names come from people.

// `element('a', { href: '#/' , class: 'x' }, 'text', otherElement)`; a handler is given as `onclick`.
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined).map(child => child instanceof Node ? child : String(child)));
  return made;
}

// Puts a text where it differs, so that nothing is touched that stays.
export function say(place, text) {
  const wanted = String(text);
  if (place.textContent !== wanted) place.textContent = wanted;
}

export const button = (label, act, attributes = {}) => element('button', { type: 'button', onclick: act, ...attributes }, label);

export const link = (label, href, attributes = {}) => element('a', { href, ...attributes }, label);

let numbered = 0;

// An id for a label and its input.
export const fresh = prefix => prefix + '-' + ++numbered;

// A labelled input and, behind it, the place for its hint or complaint.
export function field(label, input, hint = '') {
  const id = fresh('field');
  input.id = id;
  const note = element('span', { class: 'hint', id: id + '-hint' }, hint);
  input.setAttribute('aria-describedby', id + '-hint');
  const row = element('div', { class: 'field' }, element('label', { for: id }, label), input, note);
  row.complain = text => {
    say(note, text || hint);
    row.classList.toggle('is-wrong', Boolean(text));
    input.setAttribute('aria-invalid', text ? 'true' : 'false');
  };
  return row;
}

// At most once in so many milliseconds, the last call never lost.
export function calmly(act, pause) {
  let timer = 0;
  let last = 0;
  return () => {
    if (timer) return;
    const wait = Math.max(0, last + pause - Date.now());
    timer = setTimeout(() => {
      timer = 0;
      last = Date.now();
      act();
    }, wait);
  };
}

// Some time after the last call.
export function settled(act, pause) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), pause);
  };
}
