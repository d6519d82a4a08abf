// Why some configurations are better: importance, each parameter alone, two together, the front.
import { chart as ask, get, of } from './api.js';
import { element } from './dom.js';
import { axisLook, chart, clamp, legend, parameterAxis, tip, tooltip, valueAxis } from './chart.js';
import { complain } from './dialog.js';
import { count, plural, short } from './format.js';
import { trial as address } from './route.js';
import { importanceBars } from './importance.js';
import { contour } from './contour.js';

const POINTS = 800;

export function understand(body, context) {
  const importance = importanceBars(context);
  const slices = element('div', { class: 'slices' });
  const plane = contour(context);
  const charts = [plane];
  const front = element('div', { class: 'grid span-2' });
  const caption = element('p', { class: 'caption' });
  body.append(element('div', { class: 'grid' }, importance.element, plane.element, front,
    element('section', { class: 'panel span-2' }, element('h2', {}, 'Each parameter alone'), caption, slices)));
  let left = false;

  async function load() {
    try {
      const data = await ask(context.name, 'parallel', { lines: POINTS });
      if (left) return;
      if (!data.of) {
        caption.textContent = 'No trial is complete yet.';
        return;
      }
      caption.textContent = 'Dots: ' + count(data.lines.length) + ' of ' + plural(data.of, 'complete trial') + '; the ring is the best. The line is what a model expects with all others as in the best trial, the band is one standard deviation.';
      plane.start(data);
      drawSlices(data, await model());
    } catch (refused) {
      if (!left && refused.status !== 0) complain(refused);
    }
  }

  // The model is a help: where there is none, the dots stand alone.
  async function model() {
    try {
      return (await get(of(context.name, 'model', 'slices'))).slices ?? [];
    } catch {
      return [];
    }
  }

  function drawSlices(data, lines) {
    if (left) return;
    data.parameters.forEach((parameter, index) => {
      const expected = lines.find(line => line.parameter === parameter.name)?.expected ?? [];
      const made = chart({ title: parameter.name, heading: 'h3', height: 190, zoom: false, option: sliceOption, csv: shown => [[parameter.name, data.objectives[0].metric, 'trial'], ...shown.points], summary: shown => plural(shown.points.length, 'trial') + '.',
        after: drawn => drawn.off('click') || drawn.on('click', at => Number.isInteger(at.value?.[2]) && (location.hash = address(context.name, at.value[2]))) });
      charts.push(made);
      slices.append(element('div', {}, made.box));
      const width = data.parameters.length;
      made.show({ parameter, objective: data.objectives[0], expected, best: context.card?.best?.[0]?.trial,
        points: data.lines.filter(line => line[index + 1] !== null).map(line => [line[index + 1], line[width + 1], line[0]]) });
    });
  }

  async function showFront() {
    if ((context.card?.objectives ?? []).length < 2) return;
    const data = await ask(context.name, 'front', { points: 2000 });
    if (left) return;
    const made = frontChart(context, data);
    charts.push(made);
    front.append(element('section', { class: 'panel' }, made.box));
    try {
      const volume = await get(of(context.name, 'model', 'hypervolume'));
      if (left || volume.nothing) return;
      const second = volumeChart(volume);
      charts.push(second);
      front.append(element('section', { class: 'panel' }, second.box));
    } catch {
      // without a hypervolume the front alone is shown
    }
  }

  load();
  importance.load();
  showFront().catch(refused => !left && complain(refused));
  return {
    leave() {
      left = true;
      charts.forEach(made => made.dispose());
    },
  };
}

function sliceOption(data, shades) {
  const { parameter, objective, expected } = data;

  const band = expected.map(([place, , low, high]) => [place, clamp(low, objective), clamp(high, objective)]);
  const best = data.points.find(point => point[2] === data.best);
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 6, containLabel: true },
    tooltip: tooltip(shades, shown => shown.seriesName === 'trials' || shown.seriesName === 'best' ? tip([['trial', shown.value[2]], [parameter.name, readable(parameter, shown.value[0])], [objective.metric, short(shown.value[1])]]) : tip([['expected', short(shown.value[1])]])),
    xAxis: { ...parameterAxis(shades, parameter), splitLine: { show: false } },
    yAxis: valueAxis(shades, objective),
    series: [
      { name: 'low', type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data: band.map(([place, low]) => [place, low]), z: 1 },
      { name: 'band', type: 'custom', silent: true, z: 1, data: band.length ? [0] : [], renderItem: (_, api) => ({ type: 'polygon', shape: { points: [...band.map(([place, low]) => api.coord([place, low])), ...[...band].reverse().map(([place, , high]) => api.coord([place, high]))] }, style: { fill: shades.running, opacity: 0.14 } }) },
      { name: 'trials', type: 'scatter', symbolSize: data.points.length > 300 ? 3 : 5, cursor: 'pointer', itemStyle: { color: shades.dot, opacity: data.points.length > 300 ? 0.4 : 0.6 }, data: data.points.map(([place, value, trial]) => [place, clamp(value, objective), trial]), z: 2 },
      { name: 'expected', type: 'line', symbol: 'none', smooth: false, lineStyle: { width: 2, color: shades.running }, data: expected.map(([place, value]) => [place, clamp(value, objective)]), z: 3 },
      { name: 'best', type: 'scatter', symbol: 'circle', symbolSize: 12, itemStyle: { color: 'transparent', borderColor: shades.best, borderWidth: 2.5 }, data: best ? [[best[0], clamp(best[1], objective), best[2]]] : [], z: 4 },
    ].filter(series => series.name !== 'low'),
  };
}

const readable = (parameter, value) => parameter.kind === 'number' ? short(value) : String(parameter.values[value]);

function frontChart(context, data) {
  const [across, up] = data.objectives;
  const made = chart({ title: 'Front of ' + across.metric + ' and ' + up.metric + ', ' + plural(data.front.length, 'trial'), height: 340, csv: shown => [['trial', ...shown.objectives.map(one => one.metric), 'front'], ...shown.points.map(point => [...point, shown.front.some(one => one[0] === point[0]) ? 'yes' : ''])],
    summary: shown => plural(shown.front.length, 'trial') + ' on the front.', option, after: drawn => drawn.off('click') || drawn.on('click', at => Number.isInteger(at.value?.[2]) && (location.hash = address(context.name, at.value[2]))) });
  made.say((data.points.length < data.of ? 'Dots: ' + count(data.points.length) + ' of ' + plural(data.of, 'complete trial') + '. ' : '') + 'No other trial beats one on the line in one objective without losing in another.');
  made.show(data);

  function option(shown, shades) {
    const place = ([trial, one, other]) => [clamp(one, across), clamp(other, up), trial];
    return {
      grid: { left: 8, right: 18, top: 34, bottom: 26, containLabel: true }, legend: { ...legend(shades), left: 'right' },
      tooltip: tooltip(shades, at => tip([['trial', at.value[2]], [across.metric, short(at.value[0])], [up.metric, short(at.value[1])]])),
      xAxis: { ...valueAxis(shades, across), name: across.metric + (across.goal === 'max' ? ' →' : ' ←'), nameLocation: 'middle', nameGap: 26 },
      yAxis: { ...valueAxis(shades, up), name: up.metric + (up.goal === 'max' ? ' ↑' : ' ↓'), nameTextStyle: { align: 'left', color: shades.soft } },
      series: [{ name: 'trials', type: 'scatter', cursor: 'pointer', symbolSize: shown.points.length > 400 ? 3 : 5, itemStyle: { color: shades.dot, opacity: 0.6 }, data: shown.points.map(place) },
        { name: 'front', type: 'line', cursor: 'pointer', symbol: 'circle', symbolSize: 8, showAllSymbol: true, lineStyle: { width: 1.5, color: shades.best, type: 'dashed' }, itemStyle: { color: shades.best }, data: [...shown.front].sort((one, other) => one[1] - other[1]).map(place), z: 4 }],
    };
  }
  return made;
}

function volumeChart(data) {
  const made = chart({ title: 'Hypervolume so far', height: 340, csv: shown => [['trial', 'hypervolume'], ...shown.steps], summary: shown => short(shown.steps.at(-1)?.[1]) + ' of the box.', option });
  made.say('How much of the box between the best values and ' + data.reference + ' the front dominates.' + (data.exact ? '' : ' Of so many improvements an even share counts: a lower bound.'));
  made.show(data);

  function option(shown, shades) {
    return {
      grid: { left: 8, right: 18, top: 14, bottom: 26, containLabel: true },
      tooltip: tooltip(shades, at => tip([['trial', at.value[0]], ['hypervolume', short(at.value[1])]])),
      xAxis: { ...axisLook(shades), type: 'value', min: 0, max: Math.max(1, shown.last ?? 1), name: 'trial', nameLocation: 'middle', nameGap: 25, minInterval: 1, splitLine: { show: false } },
      yAxis: { ...axisLook(shades), type: 'value', min: 0, max: 1 },
      series: [{ name: 'hypervolume', type: 'line', step: 'end', symbol: 'circle', symbolSize: shown.steps.length > 60 ? 0 : 5, showAllSymbol: true, lineStyle: { width: 2.5, color: shades.best }, itemStyle: { color: shades.best }, areaStyle: { color: shades.best, opacity: 0.08 }, data: shown.steps.concat(shown.steps.length ? [[shown.last, shown.steps.at(-1)[1]]] : []) }],
    };
  }
  return made;
}
