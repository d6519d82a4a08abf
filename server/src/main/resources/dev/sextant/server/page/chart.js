// Charts: made when they come near the screen, follow width and theme, keep zoom and legend while data changes.
import { button, element, fresh, say } from './dom.js';
import { short } from './format.js';

const all = new Set();
const NARROW = 640;
const AGAIN = 2000;
let library = null;

// The chart library is fetched when the first chart is needed, and again as long as the server is away.
function loaded() {
  library ??= new Promise(done => fetchLibrary(done));
  return library;
}

function fetchLibrary(done) {
  const script = element('script', { src: 'echarts.min.js' });
  script.addEventListener('load', () => done(window.echarts));
  script.addEventListener('error', () => {
    script.remove();
    setTimeout(() => fetchLibrary(done), AGAIN);
  });
  document.head.append(script);
}

export function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue('--' + name).trim();
  const found = Object.fromEntries(['page', 'panel', 'line', 'ink', 'soft', 'grid', 'dot', 'best', 'running', 'complete', 'failed', 'pruned', 'lost', 'stopped', 'paused', 'idle'].map(name => [name, read(name)]));
  found.ramp = read('ramp').split(',').map(colour => colour.trim());
  found.set = read('set').split(',').map(colour => colour.trim());
  return found;
}

export const redrawAll = () => requestAnimationFrame(() => all.forEach(one => one.redraw()));

const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
  near.unobserve(entry.target);
  [...all].find(one => one.place === entry.target)?.appear();
}), { rootMargin: '300px' });

const widths = new ResizeObserver(entries => entries.forEach(entry => [...all].find(one => one.place === entry.target)?.fit()));

// A chart with its title, its note and its menu. `option(data, colours, narrow)` answers what is drawn; `csv(data)` rows of
// cells, the first one the heading; `summary(data)` what a screen reader says.
export function chart({ title, option, csv, summary, height = 280, tall = false, heading = 'h2', zoom = true, after }) {
  const name = fresh('chart');
  const head = element(heading, {}, title);
  const note = element('p', { class: 'caption' });
  const place = element('div', { class: 'canvas' + (tall ? ' tall' : ''), role: 'img', 'aria-label': title });
  place.style.height = height + 'px';
  const menu = element('details', { class: 'menu' }, element('summary', { 'aria-label': 'Menu of the chart: ' + title, title: 'Zoom, save' }, '⋯'));
  const one = { place, title, data: null, drawn: null, visible: false, box: element('figure', { class: 'chart', id: name }, element('div', { class: 'chart-head' }, head, menu), note, place) };
  const act = (label, what) => button(label, () => {
    menu.open = false;
    if (one.drawn) what();
  });
  menu.append(element('div', { class: 'menu-items' },
    zoom && act('Zoom: draw a box', () => one.drawn.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true })),
    act('Reset', () => one.reset()),
    act('Save as PNG', () => save(one.drawn.getDataURL({ pixelRatio: 2, backgroundColor: colours().panel }), name + '.png')),
    act('Save as SVG', () => save(svg(one), name + '.svg')),
    csv && act('Save as CSV', () => save(blob(csv(one.data).map(row => row.map(cell).join(',')).join('\n') + '\n', 'text/csv'), name + '.csv'))));
  menu.querySelectorAll('.menu-items > :not(button)').forEach(other => other.remove());
  one.option = narrow => ({
    animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, aria: { enabled: false },
    ...(zoom ? { toolbox: { show: true, itemSize: 0, left: -100, feature: { dataZoom: { filterMode: 'none', brushStyle: { color: 'rgba(0,121,90,0.15)' } } } } } : {}),
    ...option(one.data, colours(), narrow),
  });
  one.fit = () => {
    if (!one.drawn) return;
    const narrow = place.clientWidth < NARROW;
    if (place.clientWidth && place.clientWidth !== one.drawn.getWidth()) one.drawn.resize();
    if (narrow !== one.narrow) one.draw(true);
  };
  one.draw = fresh => {
    if (!one.drawn || one.data === null || !place.isConnected) return;
    one.narrow = place.clientWidth < NARROW;
    one.drawn.setOption(one.option(one.narrow), fresh ? { notMerge: true } : { replaceMerge: ['series'] });
    if (summary) place.setAttribute('aria-label', head.textContent + '. ' + summary(one.data));
    place.dataset.drawn = 'yes';
    after?.(one.drawn, one.data);
  };
  one.reset = () => one.draw(true);
  one.redraw = () => one.draw(true);
  one.appear = async () => {
    one.visible = true;
    const echarts = await loaded();
    if (!place.isConnected || one.drawn) return;
    one.drawn = echarts.init(place);
    one.started?.(one.drawn);
    one.draw(true);
  };
  one.show = data => {
    const first = one.data === null;
    one.data = data;
    one.draw(first);
  };
  one.say = text => say(note, text);
  one.name = text => say(head, text);
  one.grow = pixels => {
    if (place.style.height === pixels + 'px') return;
    place.style.height = pixels + 'px';
    one.drawn?.resize();
  };
  one.dispose = () => {
    near.unobserve(place);
    widths.unobserve(place);
    one.drawn?.dispose();
    one.drawn = null;
    all.delete(one);
  };
  all.add(one);
  near.observe(place);
  widths.observe(place);
  return one;
}

document.addEventListener('click', event => document.querySelectorAll('details.menu[open]').forEach(menu => {
  if (!menu.contains(event.target)) menu.open = false;
}));

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelectorAll('details.menu[open]').forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

const cell = value => value === null || value === undefined ? '' : /[",\n]/.test(String(value)) ? '"' + String(value).replaceAll('"', '""') + '"' : String(value);

const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));

function svg(one) {
  const still = window.echarts.init(null, null, { renderer: 'svg', ssr: true, width: one.drawn.getWidth(), height: one.drawn.getHeight() });
  still.setOption({ ...one.option(one.narrow), backgroundColor: colours().panel });
  const text = still.renderToSVGString();
  still.dispose();
  return blob(text, 'image/svg+xml');
}

function save(address, name) {
  const anchor = element('a', { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  if (address.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Lines of a tooltip: pairs of a name and a value.
export function tip(lines) {
  const list = element('div', { class: 'tip' });
  lines.forEach(([name, value]) => list.append(element('div', {}, element('span', {}, name + ' '), element('b', {}, value))));
  return list;
}

export const tooltip = (shades, formatter) => ({
  trigger: 'item', confine: true, backgroundColor: shades.panel, borderColor: shades.line, textStyle: { color: shades.ink, fontSize: 13 },
  formatter, transitionDuration: 0,
});

export const axisLook = shades => ({
  axisLine: { onZero: false, lineStyle: { color: shades.line } }, axisTick: { lineStyle: { color: shades.line } },
  axisLabel: { color: shades.soft, hideOverlap: true, formatter: value => typeof value === 'number' ? short(value) : value },
  nameTextStyle: { color: shades.soft }, splitLine: { lineStyle: { color: shades.grid } }, minorSplitLine: { show: false },
});

export const legend = shades => ({ left: 0, top: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: shades.soft }, inactiveColor: shades.line });

// The axis of values: with a little room beyond the outermost ones, and in steps, so that it does not twitch.
export function valueAxis(shades, { low, high, log }, name) {
  const room = (high - low) * 0.05;
  const [from, to] = log ? [low / 1.2, high * 1.2] : [low - room, high + room];
  return { ...axisLook(shades), type: log ? 'log' : 'value', scale: true, min: from, max: to, name,
    axisLabel: { ...axisLook(shades).axisLabel, showMinLabel: false, showMaxLabel: false } };
}

// The axis of a parameter.
export function parameterAxis(shades, parameter) {
  const look = axisLook(shades);
  if (parameter.kind === 'number') {
    return { ...look, type: parameter.log ? 'log' : 'value', min: parameter.low, max: parameter.high, scale: true, minInterval: parameter.whole ? 1 : undefined };
  }
  return { ...look, type: 'category', data: parameter.values.map(String) };
}

// The next round number that holds `amount`: 1, 1.5, 2, 3, 4, 5, 7 and their tens.
export function stepUp(amount) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  return [1, 1.5, 2, 3, 4, 5, 7, 10].map(step => Math.ceil(step * ten)).find(step => step >= amount) ?? amount;
}

export const clamp = (value, { low, high }) => Math.min(high, Math.max(low, value));
