// The charts. They draw what the server computed and compute no statistics.
import { $, number, words } from './common.js';

const drawn = new Map();
const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

function show(id, label, option) {
  const box = $(id);
  let chart = echarts.getInstanceByDom(box);
  if (!chart) {
    chart = echarts.init(box, null, { renderer: 'canvas' });
    new ResizeObserver(() => chart.resize()).observe(box);
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
  grid: { left: 8, right: 16, top: 40, bottom: 30, containLabel: true },
  // Rich text is drawn on the canvas: the content security policy forbids the inline styles of the other kind.
  tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('paper'), borderColor: colour('axis'),
    textStyle: { color: colour('ink'), fontSize: 12 }, axisPointer: { lineStyle: { color: colour('axis') } } },
});
const axis = (name, more = {}) => ({ name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colour('muted') },
  axisLabel: { color: colour('muted'), hideOverlap: true }, axisLine: { lineStyle: { color: colour('axis') } }, axisTick: { show: false },
  splitLine: { show: false }, ...more });
const upright = (more = {}) => axis('', { axisLine: { show: false }, splitLine: { lineStyle: { color: colour('grid') } }, ...more });
const legend = (data, more = {}) => ({ data, top: 4, left: 0, itemWidth: 16, itemHeight: 10, textStyle: { color: colour('ink') }, ...more });

export function distribution(outcome, runs) {
  const { edges, counts } = outcome.histogram;
  const points = counts.map((c, i) => [(edges[i] + edges[i + 1]) / 2, c / runs * 100]);
  show('chart-distribution', `Histogram of ${outcome.label} over ${runs} runs: mean ${number(outcome.mean)}, median ${number(outcome.p50)},
    nine runs of ten from ${number(outcome.p5)} to ${number(outcome.p95)} ${outcome.unit}`, () => ({
    ...base(),
    xAxis: axis(outcome.unit, { type: 'value', min: edges[0], max: edges.at(-1), axisLabel: { color: colour('muted'), hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: v => number(v) } }),
    yAxis: upright({ axisLabel: { color: colour('muted'), formatter: '{value} %' } }),
    series: [{ type: 'bar', data: points, barWidth: '92%', itemStyle: { color: colour('blue') },
      markLine: { symbol: 'none', silent: true, lineStyle: { color: colour('vermillion'), width: 2, type: 'solid' },
        label: { color: colour('ink'), formatter: 'mean ' + number(outcome.mean) }, data: [{ xAxis: outcome.mean }] } }],
    tooltip: { ...base().tooltip, formatter: p => `${number(p[0].value[0])}: ${number(p[0].value[1], 3)} % of runs` },
  }));
}

export function fan(id, name, bands, hue) {
  const weeks = bands.p50.map((_, i) => i);
  const last = bands.p50.length - 1;
  show(id, `${name} by week: the median ends at ${number(bands.p50[last])}, nine runs of ten between ${number(bands.p5[last])} and ${number(bands.p95[last])}`, () => {
    const area = (low, high, opacity, title) => [
      { type: 'line', data: bands[low], stack: title, symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } },
      { name: title, type: 'line', data: bands[high].map((h, i) => h - bands[low][i]), stack: title, symbol: 'none',
        lineStyle: { opacity: 0 }, itemStyle: { color: colour(hue), opacity }, areaStyle: { color: colour(hue), opacity } }];
    return {
      ...base(),
      grid: { ...base().grid, top: 58 },
      legend: legend(['median', 'half of the runs', '90 % of the runs']),
      xAxis: axis('week', { type: 'category', data: weeks, boundaryGap: false }),
      yAxis: upright({ scale: true }),
      series: [...area('p5', 'p95', 0.22, '90 % of the runs'), ...area('p25', 'p75', 0.4, 'half of the runs'),
        { name: 'median', type: 'line', data: bands.p50, symbol: 'none', lineStyle: { color: colour(hue), width: 2.5 }, itemStyle: { color: colour(hue) } }],
      tooltip: { ...base().tooltip, formatter: p => { const w = p[0].dataIndex;
        return `week ${w}\nmedian ${number(bands.p50[w])}\nhalf ${number(bands.p25[w])} to ${number(bands.p75[w])}\n90 % ${number(bands.p5[w])} to ${number(bands.p95[w])}`; } },
    };
  });
}

const STAGES = { none: 'none', talks: 'sky', agreed: 'orange', shipping: 'vermillion' };
export function stages(shares) {
  show('chart-stages', 'Share of runs in each stage of the deal by week', () => ({
    ...base(),
    legend: legend(Object.keys(shares)),
    xAxis: axis('week', { type: 'category', data: shares.none.map((_, i) => i), boundaryGap: false }),
    yAxis: upright({ max: 100, axisLabel: { color: colour('muted'), formatter: '{value} %' } }),
    series: Object.entries(shares).map(([stage, values]) => ({ name: stage, type: 'line', stack: 'all', symbol: 'none',
      data: values.map(v => v * 100), lineStyle: { width: 0 }, itemStyle: { color: colour(STAGES[stage]) },
      areaStyle: { color: colour(STAGES[stage]), opacity: 0.9 } })),
    tooltip: { ...base().tooltip, valueFormatter: v => number(v, 3) + ' %' },
  }));
}

export function densities(row) {
  show('chart-density', `Densities of ${row.label}: baseline mean ${number(row.baseline)}, this run ${number(row.mean)}`, () => {
    const curve = (name, d, hue, type) => d && { name, type: 'line', symbol: 'none', data: d.x.map((x, i) => [x, d.y[i]]),
      lineStyle: { color: colour(hue), width: 2.5, type }, itemStyle: { color: colour(hue) }, areaStyle: { color: colour(hue), opacity: 0.15 } };
    return { ...base(), legend: legend(['baseline', 'this run']),
      xAxis: axis(row.unit, { type: 'value', scale: true }), yAxis: upright({ axisLabel: { show: false } }),
      series: [curve('baseline', row.baseline_density, 'axis', 'dashed'), curve('this run', row.density, 'blue', 'solid')].filter(Boolean) };
  });
}

export function timeline(trace, flipped, week, pick) {
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
    if (flipped) series.push({ ...line('stability, flipped', () => 0, 'blue', { line: { type: 'dotted' } }), data: flipped.weeks.map((w, i) => [i, w.stability]) });
    if (who.length) series.push(line('belief', w => w.beliefs[who[0]], 'purple', { grid: 1 }));
    series.push(line('heat', w => w.heat, 'orange', { grid: 1 }));
    const runsOfStage = [];
    weeks.forEach((w, i) => { const last = runsOfStage.at(-1); if (last?.stage === w.stage) last.to = i; else runsOfStage.push({ stage: w.stage, from: i, to: i }); });
    series[0].markArea = { silent: true, data: runsOfStage.filter(r => r.stage !== 'none').map(r => [
      { xAxis: r.from - 0.5, itemStyle: { color: colour(STAGES[r.stage]), opacity: 0.16 } }, { xAxis: r.to + 0.5 }]) };
    const mark = { symbol: 'none', silent: true, animation: false, label: { show: false }, lineStyle: { color: colour('ink'), width: 1.5, type: 'solid' }, data: [{ xAxis: week }] };
    series.forEach((s, i) => { if (i === 0 || s.name === 'heat') s.markLine = mark; });
    series.push({ name: 'acts', type: 'scatter', symbol: 'rect', symbolSize: [3, 11], xAxisIndex: 2, yAxisIndex: 2, itemStyle: { color: colour('ink') }, markLine: mark,
      data: weeks.flatMap((w, i) => w.kinds.filter(k => k in acts).map(k => [i, acts[k]])) });
    const x = (i, more) => axis(i === 2 ? 'week' : '', { type: 'value', gridIndex: i, min: 0, max: weeks.length - 1,
      axisLabel: { color: colour('muted'), hideOverlap: true, showMaxLabel: false }, ...more });
    return { ...base(),
      legend: legend(series.filter(s => s.name !== 'acts').map(s => s.name), { itemGap: 12 }),
      grid: [{ left, right: 16, top: narrow ? 70 : 48, height: narrow ? '26%' : '32%' }, { left, right: 16, top: '52%', height: '13%' }, { left, right: 16, top: '69%', bottom: 48 }],
      xAxis: [x(0, { axisLabel: { show: false } }), x(1, { axisLabel: { show: false } }), x(2)],
      yAxis: [upright({ gridIndex: 0, scale: true }), upright({ gridIndex: 1, min: 0, splitNumber: 2 }),
        upright({ gridIndex: 2, type: 'category', data: rows, axisTick: { show: false }, axisLabel: { color: colour('muted'), fontSize: narrow ? 11 : 12, interval: 0 }, splitLine: { show: true, lineStyle: { color: colour('grid') } } })],
      series: series,
      tooltip: { ...base().tooltip, formatter: p => { const i = Math.round(p[0].axisValue); const w = weeks[i];
        return `week ${i}, ${w.date}\nstability ${number(w.stability)}, tension ${number(w.tension)}\ndeal: ${words(w.stage)}\n${w.kinds.map(words).join(', ')}`; } } };
  });
  chart.getZr().off('click');
  chart.getZr().on('click', e => { const at = Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, e.offsetX)); if (at >= 0 && at < weeks.length) pick(at); });
}
