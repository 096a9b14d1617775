// The charts. They draw what the server computed and compute no statistics.
import { $, day, figure, number, words } from './common.js';

const drawn = new Map();
const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

function show(id, label, option) {
  const box = $(id);
  let chart = echarts.getInstanceByDom(box);
  if (!chart) {
    chart = echarts.init(box, null, { renderer: 'canvas' });
    // What is laid out by the width, such as the lines of a legend, is laid out anew.
    let width = box.clientWidth;
    new ResizeObserver(() => {
      chart.resize();
      if (box.clientWidth !== width) chart.setOption(drawn.get(id).option(), { notMerge: true });
      width = box.clientWidth;
    }).observe(box);
  }
  box.setAttribute('aria-label', label);
  drawn.set(id, { label, option });
  chart.setOption(option(), { notMerge: true });
  return chart;
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  for (const [id, { label, option }] of drawn) show(id, label, option);
});

const base = () => ({
  animation: false,
  textStyle: { fontFamily: 'system-ui, "Noto Sans", "Liberation Sans", sans-serif', color: colour('ink') },
  grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
  // Rich text is drawn on the canvas: the content security policy forbids the inline styles of the other kind.
  tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('paper'), borderColor: colour('axis'),
    textStyle: { color: colour('ink'), fontSize: 12 }, axisPointer: { lineStyle: { color: colour('axis') } } },
});
const axis = (name, more = {}) => ({ name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colour('muted') },
  axisLabel: { color: colour('muted'), hideOverlap: true }, axisLine: { lineStyle: { color: colour('axis') } }, axisTick: { show: false },
  splitLine: { show: false }, ...more });
const upright = (more = {}) => axis('', { axisLine: { show: false }, splitLine: { lineStyle: { color: colour('grid') } }, ...more });
const legend = (data, more = {}) => ({ data, top: 4, left: 0, itemWidth: 16, itemHeight: 10, textStyle: { color: colour('ink') }, ...more });

/** The room that a legend takes above a chart, whose names stand in as many lines as its width asks for. */
function headroom(id, names) {
  const width = $(id).clientWidth;
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const wide = 38 + 6.6 * name.length;
    if (used && used + wide > width) { lines++; used = 0; }
    used += wide;
  }
  return 18 + 21 * lines;
}

/** Axes stay where they were, so that a change of the figures is seen and not one of the scale; they only grow. */
const ranges = new Map();
export function forgetRanges() { ranges.clear(); }
function held(key, low, high) {
  const before = ranges.get(key);
  const now = before ? [Math.min(before[0], low), Math.max(before[1], high)] : [low, high];
  ranges.set(key, now);
  return now;
}
/** Whole steps around a range. */
function rounded([low, high]) {
  const step = 10 ** Math.floor(Math.log10(Math.max(1e-9, high - low)));
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

const shares = (outcome, runs) => outcome.histogram.counts.map(c => c / runs * 100);

/** Bars of a batch and, as a line around them, those of the baseline. */
export function distribution(outcome, runs, ghost, ghostRuns, pick) {
  const { edges, discrete } = outcome.histogram;
  const flag = outcome.kind === 'flag';
  // The mean of a week counts runs in which it never happened, which have no bar.
  const bare = flag || outcome.kind === 'time';
  const width = edges[1] - edges[0];
  const values = shares(outcome, runs).map((p, i) => [(edges[i] + edges[i + 1]) / 2, p / (flag || discrete ? 1 : width)]);
  const other = ghost && shares(ghost, ghostRuns).map((p, i) => {
    const e = ghost.histogram.edges;
    return [(e[i] + e[i + 1]) / 2, p / (flag || discrete ? 1 : e[1] - e[0])];
  });
  const perUnit = !flag && !discrete;
  const all = [...values, ...(other ?? [])];
  const [left, right] = flag ? [-0.6, 1.6] : held('x' + outcome.key, edges[0], edges.at(-1));
  const top = held('y' + outcome.key + discrete, 0, Math.max(...all.map(v => v[1])))[1];
  const shown = v => flag ? (v === 0 ? 'no' : v === 1 ? 'yes' : '') : number(v);
  const chart = show('chart-distribution', `Histogram of ${outcome.label} over ${runs} runs: ${bare && !flag ? '' : `mean ${figure(outcome, outcome.mean)}, `}median ${number(outcome.p50)},
    nine runs of ten from ${number(outcome.p5)} to ${number(outcome.p95)} ${outcome.unit}; baseline ${!ghost ? 'none' : bare && !flag ? `median ${number(ghost.p50)}` : figure(ghost, ghost.mean)}`, () => {
    const mean = (of, hue, label, position) => ({ symbol: 'none', silent: true, lineStyle: { color: colour(hue), width: 2, type: 'solid' },
      label: { color: colour('ink'), formatter: label + ' ' + figure(of, of.mean), position }, data: [{ xAxis: of.mean }] });
    return {
      ...base(),
      grid: { ...base().grid, bottom: 30 },
      legend: ghost ? legend(['this run', 'baseline']) : undefined,
      xAxis: axis(outcome.unit, { type: 'value', min: left, max: right, interval: flag ? 1 : undefined,
        axisLabel: { color: colour('muted'), hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: shown } }),
      yAxis: upright({ max: top * 1.12, axisLabel: perUnit ? { show: false } : { color: colour('muted'), formatter: v => number(v, 2) + ' %' } }),
      series: [{ name: 'this run', type: 'bar', data: values, barWidth: flag ? 60 : '92%', itemStyle: { color: colour('blue') }, cursor: 'pointer',
        markLine: bare ? undefined : mean(outcome, 'blue', 'mean', 'end') },
      ...(other ? [flag
        ? { name: 'baseline', type: 'scatter', symbol: 'rect', symbolSize: [70, 3], data: other, itemStyle: { color: colour('ghost') }, z: 5 }
        : { name: 'baseline', type: 'line', step: 'middle', symbol: 'none', data: other, lineStyle: { color: colour('ghost'), width: 2 }, itemStyle: { color: colour('ghost') }, z: 5,
          markLine: bare ? undefined : { ...mean(ghost, 'ghost', '', 'end'), label: { show: false } } }] : [])],
      tooltip: { ...base().tooltip, trigger: 'item', formatter: p => p.seriesName !== 'this run' ? `baseline, around ${shown(p.value[0])}`
        : `${outcome.label}: ${flag || discrete ? shown(p.value[0]) : `${number(edges[p.dataIndex])} to ${number(edges[p.dataIndex + 1])}`}\n${number(outcome.histogram.counts[p.dataIndex] / runs * 100, 3)} % of runs\nclick to see them` },
    };
  });
  chart.off('click');
  chart.on('click', p => { if (p.seriesName === 'this run') pick(p.dataIndex); });
}

const weekOf = (event, start) => Math.floor((Date.parse(event.date) - Date.parse(start)) / 6048e5);

/** Bands over the weeks; the baseline as lines; where a crisis begins, a line across; the record as marks on the axis. */
export function fan(id, name, bands, hue, { start, ghost, threshold, record = [] }) {
  const dates = bands.p50.map((_, i) => day(start, i));
  const last = bands.p50.length - 1;
  const [low, high] = rounded(held(id, Math.min(...bands.p5, ...(ghost?.p5 ?? [])), Math.max(...bands.p95, ...(ghost?.p95 ?? []), threshold ?? 0)));
  show(id, `${name} by week: the median ends at ${number(bands.p50[last])}, nine runs of ten between ${number(bands.p5[last])} and ${number(bands.p95[last])}${
    ghost ? `; baseline ${number(ghost.p50[last])}` : ''}`, () => {
    const area = (low, high, opacity, title) => [
      { type: 'line', data: bands[low], stack: title, symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } },
      { name: title, type: 'line', data: bands[high].map((h, i) => h - bands[low][i]), stack: title, symbol: 'none',
        lineStyle: { opacity: 0 }, itemStyle: { color: colour(hue), opacity }, areaStyle: { color: colour(hue), opacity } }];
    // Events and votes of the record stand on the axis of weeks.
    const recorded = [['recorded event', 'triangle', e => e.kind !== 'vote'], ['recorded vote', 'diamond', e => e.kind === 'vote']]
      .map(([name, symbol, which]) => ({ name, type: 'scatter', symbol, symbolSize: 9, itemStyle: { color: colour('ink') }, z: 6,
        data: record.filter(which).map(e => ({ value: [weekOf(e, start), low], event: e })) }))
      .filter(series => series.data.length);
    const named = ['median', 'half of the runs', '90 % of the runs', ...(ghost ? ['baseline'] : []), ...recorded.map(r => r.name)];
    const line = (name, data, type, width) => ({ name, type: 'line', data, symbol: 'none', lineStyle: { color: colour('ghost'), width, type }, itemStyle: { color: colour('ghost') } });
    return {
      ...base(),
      grid: { ...base().grid, top: headroom(id, named) },
      legend: legend(named),
      xAxis: axis('', { type: 'category', data: dates, boundaryGap: false, axisLabel: { color: colour('muted'), hideOverlap: true, alignMaxLabel: 'right', formatter: d => d.slice(0, 7) } }),
      yAxis: upright({ min: low, max: high }),
      series: [...area('p5', 'p95', 0.22, '90 % of the runs'), ...area('p25', 'p75', 0.4, 'half of the runs'),
        { name: 'median', type: 'line', data: bands.p50, symbol: 'none', lineStyle: { color: colour(hue), width: 2.5 }, itemStyle: { color: colour(hue) },
          markLine: threshold ? { symbol: 'none', silent: true, lineStyle: { color: colour('axis'), type: 'dashed' }, label: { formatter: 'crisis', color: colour('muted'), position: 'insideEndTop' }, data: [{ yAxis: threshold }] } : undefined },
        ...(ghost ? [line('baseline', ghost.p50, 'solid', 2), line('baseline 5 %', ghost.p5, 'dotted', 1.2), line('baseline 95 %', ghost.p95, 'dotted', 1.2)] : []),
        ...recorded],
      tooltip: { ...base().tooltip, formatter: p => { const w = p.find(s => s.seriesType === 'line')?.dataIndex ?? p[0].value[0];
        const then = record.filter(e => weekOf(e, start) === w).map(e => `\nrecorded ${e.kind === 'vote' ? 'vote ' : ''}${e.date}: ${e.event}`).join('');
        return `${dates[w]}, week ${w}${then}\nmedian ${number(bands.p50[w])}\nhalf ${number(bands.p25[w])} to ${number(bands.p75[w])}\n90 % ${number(bands.p5[w])} to ${number(bands.p95[w])}${
          ghost ? `\nbaseline ${number(ghost.p50[w])} (${number(ghost.p5[w])} to ${number(ghost.p95[w])})` : ''}`; } },
    };
  });
}

const STAGES = { none: 'none', talks: 'sky', agreed: 'orange', shipping: 'vermillion' };
export function stages(shares, start) {
  const dates = shares.none.map((_, i) => day(start, i));
  show('chart-stages', 'Share of runs in each stage of the deal by week', () => ({
    ...base(),
    legend: legend(Object.keys(shares)),
    xAxis: axis('', { type: 'category', data: dates, boundaryGap: false, axisLabel: { color: colour('muted'), hideOverlap: true, alignMaxLabel: 'right', formatter: d => d.slice(0, 7) } }),
    yAxis: upright({ max: 100, axisLabel: { color: colour('muted'), formatter: '{value} %' } }),
    series: Object.entries(shares).map(([stage, values]) => ({ name: stage, type: 'line', stack: 'all', symbol: 'none',
      data: values.map(v => v * 100), lineStyle: { width: 0 }, itemStyle: { color: colour(STAGES[stage]) },
      areaStyle: { color: colour(STAGES[stage]), opacity: 0.9 } })),
    tooltip: { ...base().tooltip, valueFormatter: v => number(v, 3) + ' %' },
  }));
}

export function timeline({ trace, flipped, actors }, week, pick) {
  const weeks = trace.weeks;
  const acts = { concern: 0, appeal: 0, warning: 1, referral: 2, package: 2, ally_package: 2, veto: 3, minor_launch: 4, major_launch: 4 };
  const narrow = $('chart-trace').clientWidth < 560;
  const rows = narrow ? ['appeal', 'warning', 'measure', 'veto', 'test'] : ['appeal or concern', 'warning', 'referral or sanctions', 'veto', 'missile test'];
  const left = narrow ? 58 : 142;
  const chart = show('chart-trace', `Stability, tension, belief, heat, stage of the deal and acts over ${weeks.length} weeks; the list below tells each week`, () => {
    const line = (name, get, hue, more = {}) => ({ name, type: 'line', symbol: 'none', data: weeks.map((w, i) => [i, get(w)]),
      lineStyle: { color: colour(hue), width: 2, ...more.line }, itemStyle: { color: colour(hue) }, xAxisIndex: more.grid ?? 0, yAxisIndex: more.grid ?? 0 });
    const who = Object.keys(weeks[0].beliefs);
    const series = [line('stability', w => w.stability, 'blue'), line('tension', w => w.tension, 'vermillion')];
    if (flipped) {
      for (const [name, hue] of [['stability', 'blue'], ['tension', 'vermillion']]) {
        series.push({ ...line(name + ', flipped', () => 0, hue, { line: { type: 'dotted' } }), data: flipped.weeks.map((w, i) => [i, w[name]]) });
      }
    }
    who.forEach((w, i) => series.push(line(who.length > 1 ? `belief, ${actors[w] ?? words(w)}` : 'belief', at => at.beliefs[w], ['purple', 'green', 'sky'][i % 3], { grid: 1 })));
    series.push(line('heat', w => w.heat, 'orange', { grid: 1 }));
    const runsOfStage = [];
    weeks.forEach((w, i) => { const last = runsOfStage.at(-1); if (last?.stage === w.stage) last.to = i; else runsOfStage.push({ stage: w.stage, from: i, to: i }); });
    series[0].markArea = { silent: true, data: runsOfStage.filter(r => r.stage !== 'none').map(r => [
      { xAxis: r.from - 0.5, itemStyle: { color: colour(STAGES[r.stage]), opacity: 0.16 } }, { xAxis: r.to + 0.5 }]) };
    const mark = { symbol: 'none', silent: true, animation: false, label: { show: false }, lineStyle: { color: colour('ink'), width: 1.5, type: 'solid' }, data: [{ xAxis: week }] };
    series.forEach((s, i) => { if (i === 0 || s.name === 'heat') s.markLine = mark; });
    series.push({ name: 'acts', type: 'scatter', symbol: 'rect', symbolSize: [3, 11], xAxisIndex: 2, yAxisIndex: 2, itemStyle: { color: colour('ink') }, markLine: mark,
      data: weeks.flatMap((w, i) => w.acts.filter(a => a.kind in acts).map(a => [i, acts[a.kind]])) });
    const x = (i, more) => axis('', { type: 'value', gridIndex: i, min: 0, max: weeks.length - 1, interval: 26,
      axisLabel: { color: colour('muted'), hideOverlap: true, showMaxLabel: false, formatter: at => weeks[at]?.date.slice(0, 7) ?? '' }, ...more });
    return { ...base(),
      legend: legend(series.filter(s => s.name !== 'acts').map(s => s.name), { itemGap: 12 }),
      grid: [{ left, right: 16, top: narrow ? 70 : 48, height: narrow ? '26%' : '32%' }, { left, right: 16, top: '52%', height: '13%' }, { left, right: 16, top: '69%', bottom: 48 }],
      xAxis: [x(0, { axisLabel: { show: false } }), x(1, { axisLabel: { show: false } }), x(2)],
      yAxis: [upright({ gridIndex: 0, scale: true }), upright({ gridIndex: 1, min: 0, splitNumber: 2 }),
        upright({ gridIndex: 2, type: 'category', data: rows, axisTick: { show: false }, axisLabel: { color: colour('muted'), fontSize: narrow ? 11 : 12, interval: 0 }, splitLine: { show: true, lineStyle: { color: colour('grid') } } })],
      series: series,
      tooltip: { ...base().tooltip, formatter: p => { const i = Math.round(p[0].axisValue); const w = weeks[i];
        return `week ${i}, ${w.date}\nstability ${number(w.stability)}, tension ${number(w.tension)}\ndeal: ${words(w.stage)}\n${[...new Set(w.acts.map(a => words(a.kind)))].join(', ')}`; } } };
  });
  chart.getZr().off('click');
  chart.getZr().on('click', e => { const at = Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, e.offsetX)); if (at >= 0 && at < weeks.length) pick(at); });
}
