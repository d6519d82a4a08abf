// The study as the report carries it: one column a parameter or metric, one entry a trial.
const study = JSON.parse(document.getElementById('data').textContent);
const rows = study.trials;
const count = rows.trial.length;
const COMPLETE = study.states.indexOf('complete');
const rowOfTrial = new Map(rows.trial.map((trial, row) => [trial, row]));

const isComplete = row => rows.state[row] === COMPLETE;
const allRows = () => Array.from({ length: count }, (_, row) => row);

// The value that counts for an objective: that of a complete trial, else nothing.
function valueOf(objective, row) {
  return isComplete(row) ? rows.metrics[objective][row] : null;
}

// Less is better, whatever the goal; trials without a value come last.
function lossOf(objective, row) {
  const value = valueOf(objective, row);
  if (value === null) return Infinity;
  return study.objectives[objective].goal === 'max' ? -value : value;
}

// Where on its axis a value is drawn: far-out values sit on the edge.
function onAxis(objective, value) {
  const { low, high } = study.objectives[objective];
  return Math.min(high, Math.max(low, value));
}

// The raw value of a parameter, as the user knows it; null where it is inactive.
function parameterValue(index, row) {
  const raw = rows.parameters[index][row];
  const { kind, values } = study.parameters[index];
  return raw === null || kind === 'number' ? raw : values[raw];
}

// At most `most` rows: a quarter the best of an objective, the rest evenly spread; best ones last, to be drawn on top.
function thin(candidates, objective, most) {
  const ranked = [...candidates].sort((a, b) => lossOf(objective, b) - lossOf(objective, a));
  if (ranked.length <= most) return ranked;
  const best = ranked.slice(-Math.floor(most / 4));
  const rest = ranked.slice(0, -best.length);
  const stride = rest.length / (most - best.length);
  return Array.from({ length: most - best.length }, (_, i) => rest[Math.floor(i * stride)]).concat(best);
}

// Four significant digits; `String` of a number where full precision is wanted.
function short(value) {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value);
  const digits = Number(value.toPrecision(4));
  return digits !== 0 && (Math.abs(digits) < 1e-4 || Math.abs(digits) >= 1e7) ? digits.toExponential().replace('e+', 'e') : String(digits);
}

function duration(seconds) {
  if (seconds === null) return '–';
  if (seconds < 1) return Math.round(seconds * 1000) + ' ms';
  if (seconds < 60) return Number(seconds.toFixed(1)) + ' s';
  const whole = Math.floor(seconds);
  if (seconds < 3600) return Math.floor(whole / 60) + ' min ' + whole % 60 + ' s';
  return Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
}

const plural = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');

// An element with text, never markup: names come from people.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children.map(child => child instanceof Node ? child : String(child)));
  return made;
}
