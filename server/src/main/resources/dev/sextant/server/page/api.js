// What the server says. Every failure becomes an error whose message can be shown to people.
const BASE = 'api/v1';

export class Refused extends Error {
  constructor(message, code, status, at) {
    super(message);
    this.code = code;
    this.status = status;
    this.at = at;
  }
}

async function send(method, path, body, signal) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method === 'POST') headers['Idempotency-Key'] = key();
  let answer;
  try {
    answer = await fetch(BASE + path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (broken) {
    if (broken.name === 'AbortError') throw broken;
    throw new Refused('The server does not answer. Is sextant still running there?', 'unreachable', 0);
  }
  const text = await answer.text();
  const json = parsed(text);
  if (!answer.ok || json?.error) throw refusal(answer.status, json);
  return json ?? {};
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(status, json) {
  const said = json?.error;
  return new Refused(said?.message ?? 'The server answered with status ' + status + '.', said?.code ?? 'status_' + status, status, said?.at);
}

const key = () => [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');

const part = text => encodeURIComponent(text);

export const of = (study, ...rest) => '/studies/' + part(study) + rest.map(word => '/' + part(word)).join('');

// `query('/a', { where: 'x < 1', from: 0 })`; what is empty is left out.
export function query(path, values) {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return said.length ? path + '?' + said.map(([name, value]) => name + '=' + part(value)).join('&') : path;
}

// Where a browser finds it by itself.
export const href = path => BASE + path;

export const get = (path, signal) => send('GET', path, undefined, signal);
export const post = (path, body = {}) => send('POST', path, body);
export const patch = (path, body) => send('PATCH', path, body);
export const remove = path => send('DELETE', path);

export const chart = (study, name, values = {}) => get(query(of(study, 'charts', name), values));

const PAUSES = [500, 1000, 2000, 4000, 8000];

// Hears the server out as long as the page is looked at: `heard(event, data)` for each message, `alive(since)` with null
// when connected, else the moment since which it is not. Answers what ends it.
export function feed(path, heard, alive) {
  let ended = false;
  let since = null;
  let tries = 0;
  let stop = new AbortController();
  const run = async () => {
    while (!ended) {
      if (document.hidden) await shown();
      if (ended) return;
      stop = new AbortController();
      try {
        await listen(path, stop.signal, heard, () => {
          tries = 0;
          since = null;
          alive(null);
        });
      } catch (broken) {
        if (ended || document.hidden) continue;
        if (broken instanceof Refused && broken.status >= 400 && broken.status < 500) {
          alive(since ?? Date.now(), broken);
          return;
        }
      }
      if (ended || document.hidden) continue;
      since ??= Date.now();
      alive(since);
      await new Promise(done => setTimeout(done, PAUSES[Math.min(tries++, PAUSES.length - 1)]));
    }
  };
  // A hidden page lets go: a browser opens few connections to one server, and others may be looked at.
  const hidden = () => document.hidden && stop.abort();
  document.addEventListener('visibilitychange', hidden);
  run();
  return () => {
    ended = true;
    stop.abort();
    document.removeEventListener('visibilitychange', hidden);
  };
}

const shown = () => new Promise(done => {
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    done();
  };
  document.addEventListener('visibilitychange', look);
});

async function listen(path, signal, heard, opened) {
  const answer = await fetch(BASE + path, { headers: { Accept: 'text/event-stream' }, signal, cache: 'no-store' });
  if (!answer.ok) throw refusal(answer.status, parsed(await answer.text()));
  opened();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value;
    const messages = rest.split('\n\n');
    rest = messages.pop();
    messages.forEach(message => told(message, heard));
  }
}

function told(message, heard) {
  let event = 'message';
  const data = [];
  for (const line of message.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
  }
  if (data.length) heard(event, data.join('\n'));
}
