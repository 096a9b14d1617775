// The live charts of findings: declared as data, drawn here.

const CHARTS = new Map();
DATA.sections.forEach(section => section.blocks.forEach(block => {
  (block.charts || []).forEach(chart => CHARTS.set(chart.name, chart));
}));

function named(axis) {
  return axis.unit ? `${axis.label}, ${axis.unit}` : axis.label;
}

/** A value of the axis to the right, as a reader is told it. */
function place(chart, value) {
  return chart.x.dates ? day(value * 86400000) : chart.x.names[value] || figure(value);
}

/** An axis of names: a row each. */
function nameAxis(axis) {
  return {type: "category", data: axis.names, name: axis.label, splitLine: {show: false}, splitArea: {show: false},
    axisLabel: {interval: 0, hideOverlap: true, width: 110, overflow: "truncate"}};
}

function valueAxis(axis, more = {}) {
  return axis.names.length ? nameAxis(axis)
    : {type: axis.dates ? "time" : "value", name: named(axis), scale: true, axisLabel: axis.dates ? {} : {formatter: brief}, ...more};
}

function at(chart, value) {
  return chart.x.dates ? value * 86400000 : value;
}

/** What a reader who points at a place is told: every series there. */
function told(chart, series, i) {
  const range = series.low.length ? `${figure(series.low[i])} to ${figure(series.high[i])}` : "";
  const value = series.y[i] === null ? range : range ? `${figure(series.y[i])} (${range})` : figure(series.y[i]);
  return [series.name || named(chart.y), value];
}

function hueOf(series, index) {
  return colour(series.hue || SERIES[index % SERIES.length]);
}

/** The lines of a legend: one for all examples. */
function legend(chart) {
  return chart.series.length > 1 ? {data: [...new Set(chart.series.map(series => series.name))]} : undefined;
}

/** Whether bars stand for whole numbers. */
function whole(series) {
  return series.shape === "bars" && series.x.every((x, i) => Number.isInteger(x - 0.5) && (i === 0 || x - series.x[i - 1] === 1));
}

function barName(series, i) {
  return whole(series) ? figure(series.x[i] + 0.5) : `${figure(series.x[i])} to ${figure(series.x[i + 1])}`;
}

function drawnSeries(chart, series, index) {
  if (series.hue === "thin") {
    return [line(series.name, series.x.map(value => at(chart, value)), series.y, faint(colour("ink"), 0.4),
      {lineStyle: {width: 0.8}, z: 2})];
  }
  const hue = hueOf(series, index);
  const x = series.x.map(value => at(chart, value));
  const points = {type: "scatter", name: series.name, symbolSize: 9, itemStyle: {color: hue}, color: hue, z: 4,
    data: x.map((value, i) => [value, series.y[i]]),
    tooltip: {formatter: p => tip(series.labels[p.dataIndex] || place(chart, series.x[p.dataIndex]),
      [[named(chart.x) || "at", place(chart, series.x[p.dataIndex])], told(chart, series, p.dataIndex)])}};
  switch (series.shape) {
    case "line": return [line(series.name, x, series.y, hue, {silent: false})];
    case "steps": return [line(series.name, ...steps(x, series.y), hue, {silent: false})];
    case "band": return [bandOf(chart, series, index, x, hue),
      ...(series.y.every(y => y === null) ? [] : [line(series.name, x, series.y, hue, {silent: false})])];
    case "stack": return [line(series.name, x, series.y, hue, {silent: false, stack: "all", areaStyle: {color: hue, opacity: 0.8},
      lineStyle: {width: 0.5}})];
    case "bars": return [{...bars(series.name, x.slice(0, -1).map((value, i) => [value, x[i + 1], series.y[i]]), hue),
      tooltip: {formatter: p => tip(barName(series, p.dataIndex), [[named(chart.y), figure(series.y[p.dataIndex])]])}}];
    default: return series.low.length
      ? [{...uprightIntervals(series, x, hue)}, points] : [points];
  }
}

/** A band, stepped beside steps, and the stronger the more bands of its colour it lies in. */
function bandOf(chart, series, index, x, hue) {
  const outer = chart.series.slice(0, index).filter(other => other.shape === "band" && other.hue === series.hue && series.hue).length;
  const fill = faint(hue, 0.2 + 0.16 * outer);
  if (chart.series.every(other => other.shape !== "steps")) return band(series.name, x, series.low, series.high, fill);
  const [corners, low] = steps(x, series.low);
  return band(series.name, corners, low, steps(x, series.high)[1], fill);
}

function uprightIntervals(series, x, hue) {
  return {type: "custom", name: series.name, silent: true, itemStyle: {color: hue}, color: hue, z: 3,
    data: x.map((value, i) => [value, series.low[i], series.high[i]]), tooltip: {show: false}, encode: {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      const top = api.coord([api.value(0), api.value(2)]);
      const bottom = api.coord([api.value(0), api.value(1)]);
      return {type: "line", shape: {x1: top[0], y1: top[1], x2: bottom[0], y2: bottom[1]}, style: {stroke: hue, lineWidth: 1.5}};
    }};
}

/** Lines at values; labels of upright ones that would touch go to other rows. */
function markLines(chart, room) {
  const places = chart.series.flatMap(series => series.x.map(value => at(chart, value)))
    .concat(chart.marks.filter(mark => mark.upright).map(mark => at(chart, mark.at)));
  const scale = (room.width - 90) / (Math.max(...places) - Math.min(...places) || 1);
  const ends = [-Infinity, -Infinity, -Infinity];
  const lines = [...chart.marks].sort((a, b) => a.at - b.at).map(mark => {
    const place = at(chart, mark.at) * scale;
    const half = 3.4 * mark.label.length + 3;
    const free = ends.findIndex(end => place - half > end);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    if (mark.upright) ends[row] = place + half;
    return {[mark.upright ? "xAxis" : "yAxis"]: mark.upright ? at(chart, mark.at) : mark.at,
      lineStyle: {color: colour("ink"), width: 1, type: "dashed"},
      label: {formatter: mark.label, color: colour("ink"), fontSize: 11, position: mark.upright ? "end" : "insideStartTop",
        distance: mark.upright ? 4 + 14 * row : undefined}};
  });
  return {symbol: "none", silent: true, animation: false, data: lines};
}

/** Rows with a dot and an interval each. */
function rowsChart(chart, room) {
  const names = chart.series[0].labels;
  const many = chart.series.length;
  const parts = chart.series.flatMap((series, index) => {
    const hue = hueOf(series, index);
    const shift = many > 1 ? (index - (many - 1) / 2) * 0.6 / many : 0;
    const row = i => names.length - 1 - i + shift;
    return [segments(series.name, series.y.map((value, i) => [row(i), series.low[i], series.high[i]]), faint(hue, 0.45), 7),
      {type: "scatter", name: series.name, symbolSize: 9, itemStyle: {color: hue}, color: hue, z: 4,
        data: series.y.map((value, i) => [value, row(i)]),
        tooltip: {formatter: p => tip(names[p.dataIndex], [told(chart, series, p.dataIndex)])}}];
  });
  if (parts.length && chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart, room)};
  // Shares of a whole are seen against the whole.
  const shares = chart.x.unit === "%" && chart.series.every(series => series.low.concat(series.high).every(v => v >= 0 && v <= 100));
  const ends = shares ? {min: 0, max: 100} : {};
  const gap = Math.min(room.narrow ? 150 : 300, 16 + 7 * Math.max(...names.map(name => name.length)));
  return {
    height: 90 + Math.max(22, 14 * many) * names.length,
    option: {
      grid: {left: gap, top: many > 1 ? 40 : 20},
      legend: legend(chart),
      xAxis: {type: "value", name: named(chart.x), scale: true, splitLine: {show: true}, axisLabel: {formatter: brief}, ...ends},
      yAxis: {type: "value", min: -1, max: names.length, interval: 1, splitLine: {show: false},
        axisLabel: {color: colour("ink"), width: gap - 12, overflow: "truncate",
          formatter: value => names[names.length - 1 - Math.round(value)] && Number.isInteger(value)
            ? names[names.length - 1 - value] : ""}},
      tooltip: {trigger: "item"}, series: parts,
    },
    table: chartTable(chart),
  };
}

/** The data of a chart: a row a place where all series stand at the same places, else a row a point. Examples are left out. */
function chartTable(chart) {
  const all = chart.series.filter(series => series.hue !== "thin");
  const name = series => series.name || named(chart.y) || named(chart.x);
  const first = all[0];
  const head = chart.x.dates ? "Date" : named(chart.x) || "Name";
  if (first.shape === "bars") {
    return {caption: chart.caption, head: [head, named(chart.y)],
      rows: first.x.slice(0, -1).map((x, i) => [barName(first, i), figure(first.y[i])])};
  }
  if (all.every(series => series.x.length === first.x.length && series.x.every((x, i) => x === first.x[i]))) {
    const cells = (series, i) => [...(series.y.every(y => y === null) ? [] : [figure(series.y[i])]),
      ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : [])];
    const heads = series => [...(series.y.every(y => y === null) ? [] : [name(series)]),
      ...(series.low.length ? [`${name(series)}, from`, "to"] : [])];
    return {caption: chart.caption, head: [first.shape === "rows" ? "Name" : head, ...all.flatMap(heads)],
      rows: first.x.map((x, i) => [first.shape === "rows" ? first.labels[i] : place(chart, x), ...all.flatMap(series => cells(series, i))])};
  }
  const rows = all.flatMap(series => series.y.map((value, i) => [series.labels[i] || place(chart, series.x[i]),
    series.name, figure(value), ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : ["–", "–"])]));
  return {caption: chart.caption, head: [head, "Series", named(chart.y) || named(chart.x), "Low", "High"], rows};
}

/** Coloured cells with their value told where there is room. */
function cellsChart(chart, room) {
  const series = chart.series[0];
  const values = series.low.filter(value => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const columns = chart.x.names.length || new Set(series.x).size;
  const rows = chart.y.names.length || new Set(series.y).size;
  const told = room.width / columns > 52;
  return {
    height: Math.min(560, 130 + 34 * rows),
    option: {
      grid: {left: room.narrow ? 90 : 120, top: 20, bottom: 92},
      xAxis: valueAxis(chart.x), yAxis: valueAxis(chart.y, {}),
      visualMap: {min: least, max: most > least ? most : least + 1, orient: "horizontal", left: "center", bottom: 0, itemHeight: 160,
        itemWidth: 12, precision: 3, formatter: figure, textStyle: {color: colour("muted")}, inRange: {color: RAMP}},
      tooltip: {trigger: "item", formatter: p => tip(series.name, [[chart.x.label, place(chart, series.x[p.dataIndex])],
        [chart.y.label, chart.y.names[series.y[p.dataIndex]] || figure(series.y[p.dataIndex])], ["value", figure(series.low[p.dataIndex])]])},
      series: [{type: "heatmap", name: series.name, data: series.x.map((x, i) => [x, series.y[i],
        series.low[i] === null ? "-" : series.low[i]]), itemStyle: {borderColor: colour("paper"), borderWidth: 1},
        label: {show: told, fontSize: 11, formatter: p => figure(p.value[2])}}],
    },
    table: {caption: chart.caption, head: [chart.x.label, chart.y.label, series.name], rows: series.x.map((x, i) => [place(chart, x),
      chart.y.names[series.y[i]] || figure(series.y[i]), figure(series.low[i])])},
  };
}

/** Whether stacked shares in percent fill the axis. */
function full(chart) {
  const stack = chart.series.filter(series => series.shape === "stack");
  return stack.length > 0 && Math.round(stack.reduce((sum, series) => sum + series.y[0], 0)) === 100;
}

charts.findings = (arm, room, holder) => {
  const chart = CHARTS.get(holder.dataset.name);
  if (chart.series[0].shape === "rows") return rowsChart(chart, room);
  if (chart.series[0].shape === "cells") return cellsChart(chart, room);
  const parts = chart.series.flatMap((series, index) => drawnSeries(chart, series, index));
  if (chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart, room)};
  const curves = chart.series.some(series => series.shape !== "points") && chart.series.every(series => series.shape !== "bars");
  const [up, right] = [chart.good.startsWith("top"), chart.good.endsWith("right")];
  return {
    option: {
      grid: {bottom: named(chart.x) ? 46 : 30, top: (chart.series.length === 1 ? 30 : room.narrow && legend(chart).data.length > 3 ? 62 : 44) + (chart.marks.some(mark => mark.upright) ? 30 : 0)},
      legend: legend(chart),
      graphic: chart.good ? [{type: "text", [right ? "right" : "left"]: right ? 30 : 74, [up ? "top" : "bottom"]: up ? 46 : 54,
        style: {text: "better here", fill: colour("muted"), fontSize: 11}}] : undefined,
      xAxis: valueAxis(chart.x, whole(chart.series[0]) ? {minInterval: 1} : {}),
      yAxis: valueAxis(chart.y, {max: full(chart) ? 100 : undefined, scale: chart.series.every(series => series.shape !== "bars" && series.shape !== "stack")}),
      tooltip: curves ? {trigger: "axis", formatter: seen => {
        const value = seen[0].axisValue;
        const here = chart.series.filter(series => series.shape !== "bars" && series.hue !== "thin")
          .map(series => [series, series.x.map(x => at(chart, x)).lastIndexOf(value)]).filter(([, i]) => i >= 0);
        const labelled = here.find(([series, i]) => series.labels[i]);
        const where = chart.x.dates ? day(value) : `${named(chart.x)}: ${figure(value)}`;
        return tip(labelled ? `${labelled[0].labels[labelled[1]]}, ${where}` : where, here.map(([series, i]) => told(chart, series, i)));
      }} : {trigger: "item"},
      series: parts,
    },
    table: chartTable(chart),
  };
};

/** Of charts to choose among one is seen. */
document.querySelectorAll("select[data-choice]").forEach(select => {
  const figures = Array.from(select.closest(".charts").querySelectorAll("figure"));
  const choose = () => figures.forEach(holder => {
    holder.hidden = holder.dataset.name !== select.value;
    if (!holder.hidden && document.documentElement.dataset.ready) draw(holder);
  });
  select.addEventListener("input", choose);
  choose();
});

/** Each table and chart can be taken along as CSV, each chart as SVG and PNG. */
function save(name, type, content) {
  const link = document.createElement("a");
  link.download = name;
  link.href = content.startsWith("data:") ? content : `data:${type};charset=utf-8,` + encodeURIComponent(content);
  link.click();
}

function csv(rows) {
  const cell = value => (value === null || value === undefined ? "" : /[",\r\n]/.test(String(value))
    ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return rows.map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

document.querySelectorAll("[data-csv]").forEach(button => button.addEventListener("click", () => {
  const table = DATA.sections.flatMap(section => section.blocks).map(block => block.table)
    .find(found => found && found.name === button.dataset.csv);
  save(table.name + ".csv", "text/csv", csv([table.fields.map(field => field.key), ...table.rows]));
}));

document.querySelectorAll("[data-save]").forEach(button => button.addEventListener("click", () => {
  const holder = button.closest("figure");
  const chart = CHARTS.get(holder.dataset.name);
  if (button.dataset.save === "csv") {
    save(chart.name + ".csv", "text/csv", csv([["series", "label", "x", "y", "low", "high"], ...chart.series.flatMap(series =>
      series.y.map((y, i) => [series.name, series.labels[i] || "", series.x[i], y, series.low[i], series.high[i]]))]));
    return;
  }
  if (!drawn.has(holder)) draw(holder);
  const svg = drawn.get(holder).renderToSVGString();
  if (button.dataset.save === "svg") {
    save(chart.name + ".svg", "image/svg+xml", svg);
    return;
  }
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    const context = canvas.getContext("2d");
    context.fillStyle = colour("paper");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    save(chart.name + ".png", "image/png", canvas.toDataURL("image/png"));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
}));
