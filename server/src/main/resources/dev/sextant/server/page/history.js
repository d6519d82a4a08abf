import { axisLook, chart, clamp, legend, stepUp, tip, tooltip, valueAxis } from './chart.js';
import { count, plural, short } from './format.js';
import { trial as address } from './route.js';

const MARKS = {
  failed: ['path://M1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5L0 1Z', 7, 'failed'],
  lost: ['diamond', 7, 'lost'],
  pruned: ['path://M0 1L10 1L5 9Z', 6, 'pruned'],
  running: ['circle', 8, 'running'],
};

// Every trial by its number, the best so far as a line that never gets worse, and those without a value along the bottom.
export function historyChart(context) {
  const made = chart({ title: 'History', option, height: 300, csv: rows, summary, after: listen });
  let axis = null;
  let listening = false;

  function listen(drawn) {
    if (listening) return;
    listening = true;
    drawn.on('click', shown => {
      if (Number.isInteger(shown.value?.[0])) location.hash = address(context.name, shown.value[0]);
    });
  }

  // An axis that grows in steps: it changes only when a value leaves it, or uses less than half of it.
  function steady({ low, high, log }) {
    const fits = axis && axis.log === log && low >= axis.low && high <= axis.high && (log || (high - low) > 0.5 * (axis.high - axis.low));
    if (!fits) axis = log ? { low, high, log } : { low: low - (high - low) * 0.05, high: high + (high - low) * 0.05, log };
    return axis;
  }

  made.take = data => {
    const best = data.steps.at(-1);
    made.name('Best ' + data.metric + ' so far, ' + plural(data.trials, 'trial'));
    made.say([data.goal === 'max' ? 'Higher is better.' : 'Lower is better.',
      data.points.length < data.of ? 'Dots: ' + count(data.points.length) + ' of ' + count(data.of) + ' trials; the least and the greatest of every stretch are among them.' : '',
      data.outside ? plural(data.outside, 'value') + ' far outside: drawn on the edge.' : '',
      best ? '' : 'No trial is complete yet.', data.whole ? '' : 'The study is being read: so far ' + plural(data.trials, 'trial') + '.'].filter(Boolean).join(' '));
    made.show({ ...data, ...steady(data) });
  };

  function option(data, shades, narrow) {
    const last = Math.max(1, data.trials - 1);
    const line = data.steps.concat(data.steps.length ? [[last, data.steps.at(-1)[1]]] : []);
    const bottom = valueAxis(shades, data).min;
    const many = data.points.length > 600;
    return {
      grid: { left: 8, right: 30, top: 34, bottom: 26, containLabel: true },
      legend: { ...legend(shades), type: narrow ? 'scroll' : 'plain' },
      tooltip: tooltip(shades, shown => tip(shown.seriesName === 'best so far' ? [['best so far', short(shown.value[1])], ['since trial', shown.value[0]]]
        : [['trial', shown.value[0]], shown.seriesName === 'trials' ? [data.metric, short(shown.value[2])] : ['state', shown.seriesName]])),
      xAxis: { ...axisLook(shades), type: 'value', name: 'trial', nameLocation: 'middle', nameGap: 25, min: 0, max: stepUp(last), minInterval: 1, splitLine: { show: false } },
      yAxis: valueAxis(shades, data),
      series: [
        { name: 'trials', type: 'scatter', symbolSize: many ? 3 : data.points.length > 200 ? 5 : 7, progressive: 0, cursor: 'pointer',
          itemStyle: { color: shades.dot, opacity: many ? 0.5 : 0.7 }, data: data.points.map(([trial, value]) => [trial, clamp(value, data), value]) },
        ...Object.entries(MARKS).map(([word, [symbol, size, colour]]) => ({ name: word, type: 'scatter', clip: false, z: 4,
          symbol: data.ticks[word].trials.length > 300 ? 'rect' : symbol, symbolSize: data.ticks[word].trials.length > 300 ? [1.5, 8] : size,
          itemStyle: { color: shades[colour] }, data: data.ticks[word].trials.map(trial => [trial, bottom]) })).filter(series => series.data.length),
        { name: 'best so far', type: 'line', step: 'end', z: 5, symbol: 'circle', symbolSize: data.steps.length > 60 ? 0 : 5, showAllSymbol: true,
          lineStyle: { width: 2.5, color: shades.best }, itemStyle: { color: shades.best }, data: line.map(([trial, value]) => [trial, clamp(value, data)]) },
      ],
    };
  }

  return made;
}

const summary = data => data.steps.length ? 'Best ' + short(data.steps.at(-1)[1]) + ' since trial ' + data.steps.at(-1)[0] + ', first ' + short(data.steps[0][1]) + '.' : 'No value yet.';

const rows = data => [['trial', data.metric], ...data.points];
