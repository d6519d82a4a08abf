import { element } from './dom.js';

// Four significant digits; whole numbers below ten million in full.
export function short(value) {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return value.toLocaleString('en').replaceAll(',', '\u202f');
  const digits = Number(value.toPrecision(4));
  return digits !== 0 && (Math.abs(digits) < 1e-4 || Math.abs(digits) >= 1e7) ? digits.toExponential().replace('e+', 'e') : String(digits);
}

export const count = number => number.toLocaleString('en');

export const plural = (number, noun) => count(number) + ' ' + noun + (number === 1 ? '' : 's');

// A number as people read it, with all its digits on hover.
export function number(value, attributes = {}) {
  const text = short(value);
  return element('span', { class: 'number', title: value === null || value === undefined || text === String(value) ? null : String(value), ...attributes }, text);
}

export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  if (seconds < 1) return Math.round(seconds * 1000) + ' ms';
  if (seconds < 60) return Number(seconds.toFixed(seconds < 10 ? 1 : 0)) + ' s';
  const whole = Math.round(seconds);
  if (whole < 3600) return Math.floor(whole / 60) + ' min ' + whole % 60 + ' s';
  if (whole < 172800) return Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
  return Math.floor(whole / 86400) + ' d ' + Math.floor(whole % 86400 / 3600) + ' h';
}

export const spanOf = trial => trial.started && trial.finished ? (Date.parse(trial.finished) - Date.parse(trial.started)) / 1000 : null;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

// Local time of day, with the day if it is not today.
export function local(moment) {
  const date = new Date(moment);
  return date.toDateString() === new Date().toDateString() ? clock.format(date) : day.format(date) + ' ' + clock.format(date);
}

// A moment in local time, with UTC on hover.
export function time(moment) {
  return moment ? element('time', { datetime: moment, title: new Date(moment).toISOString().replace('T', ' ').replace('Z', ' UTC') }, local(moment)) : '–';
}

// `12 B`, `1.2 KiB`, `340 MiB`.
export function bytes(size) {
  const unit = Math.min(6, Math.floor(Math.log2(Math.max(1, size)) / 10));
  const amount = size / 1024 ** unit;
  return Number(amount.toFixed(amount < 10 ? 1 : 0)) + ' ' + ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'][unit];
}

// What is little and not nothing is not called 0 %.
export const percent = share => share > 0 && share < 0.005 ? 'under 1 %' : Math.round(share * 100) + ' %';

// `45s`, `12m`, `1h30m` as seconds.
export function seconds(text) {
  const units = { d: 86400, h: 3600, m: 60, s: 1, ms: 0.001 };
  return [...String(text ?? '').matchAll(/([0-9.]+)(ms|[dhms])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * units[unit], 0);
}

const SHAPES = { running: '●', complete: '✓', failed: '✕', pruned: '▽', lost: '⟳', queued: '○', paused: '‖', cancelled: '⊘', over: '✓', idle: '○', waiting: '◌', unreadable: '✕' };

// A state, told by colour, by shape and by its word.
export const state = word => element('span', { class: 'state ' + word }, element('span', { 'aria-hidden': 'true' }, SHAPES[word] ?? '·'), ' ' + word);

export const shape = word => SHAPES[word] ?? '·';

// The command-line flags, the YAML and the Python of a configuration.
export function flags(parameters) {
  return Object.entries(parameters).map(([name, value]) => '--' + name + '=' + quoted(String(value))).join(' ');
}

const quoted = text => /^[A-Za-z0-9_.,:+/@%-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";

export function yaml(parameters) {
  return Object.entries(parameters).map(([name, value]) => name + ': ' + (typeof value === 'string' ? JSON.stringify(value) : value)).join('\n') + '\n';
}

export function python(parameters) {
  const value = given => given === true ? 'True' : given === false ? 'False' : JSON.stringify(given);
  return '{' + Object.entries(parameters).map(([name, given]) => JSON.stringify(name) + ': ' + value(given)).join(', ') + '}';
}

// The two ends of a long text: names often differ only at their end.
export function cut(text, most) {
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 3);
  return text.slice(0, most - 1 - tail) + '…' + (tail ? text.slice(-tail) : '');
}

// A text in the language of filters.
export const literal = text => '"' + text.replaceAll('"', '""') + '"';

// A name in the language of filters.
export const named = name => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : '`' + name + '`';
