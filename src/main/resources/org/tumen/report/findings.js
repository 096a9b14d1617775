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
  const value = figure(series.y[i]);
  return [series.name || named(chart.y),
    series.low.length ? `${value} (${figure(series.low[i])} to ${figure(series.high[i])})` : value];
}

function drawnSeries(chart, series, index) {
  const hue = colour(SERIES[index % SERIES.length]);
  const x = series.x.map(value => at(chart, value));
  const points = {type: "scatter", name: series.name, symbolSize: 9, itemStyle: {color: hue}, color: hue, z: 4,
    data: x.map((value, i) => [value, series.y[i]]),
    tooltip: {formatter: p => tip(series.labels[p.dataIndex] || place(chart, series.x[p.dataIndex]),
      [[named(chart.x) || "at", place(chart, series.x[p.dataIndex])], told(chart, series, p.dataIndex)])}};
  switch (series.shape) {
    case "line": return [line(series.name, x, series.y, hue, {silent: false})];
    case "steps": return [line(series.name, ...steps(x, series.y), hue, {silent: false})];
    case "band": return [band(series.name, x, series.low, series.high, faint(hue, 0.2)),
      line(series.name, x, series.y, hue, {silent: false}),
      // The scale reaches to the ends of the band.
      {type: "scatter", silent: true, symbolSize: 0, data: [[x[0], Math.min(...series.low)], [x[0], Math.max(...series.high)]]}];
    case "stack": return [line(series.name, x, series.y, hue, {silent: false, stack: "all", areaStyle: {color: hue, opacity: 0.8},
      lineStyle: {width: 0.5}})];
    case "bars": return [bars(series.name, x.slice(0, -1).map((value, i) => [value, x[i + 1], series.y[i]]), hue)];
    default: return series.low.length
      ? [{...uprightIntervals(series, x, hue)}, points] : [points];
  }
}

function uprightIntervals(series, x, hue) {
  return {type: "custom", name: series.name, silent: true, itemStyle: {color: hue}, color: hue, z: 3,
    data: x.map((value, i) => [value, series.low[i], series.high[i]]), tooltip: {show: false},
    renderItem: (params, api) => {
      const top = api.coord([api.value(0), api.value(2)]);
      const bottom = api.coord([api.value(0), api.value(1)]);
      return {type: "line", shape: {x1: top[0], y1: top[1], x2: bottom[0], y2: bottom[1]}, style: {stroke: hue, lineWidth: 1.5}};
    }};
}

function markLines(chart) {
  return {symbol: "none", silent: true, animation: false, data: chart.marks.map(mark => ({
    [mark.upright ? "xAxis" : "yAxis"]: mark.upright ? at(chart, mark.at) : mark.at,
    lineStyle: {color: colour("ink"), width: 1, type: "dashed"},
    label: {formatter: mark.label, color: colour("ink"), fontSize: 11, position: mark.upright ? "end" : "insideStartTop"}}))};
}

/** Rows with a dot and an interval each. */
function rowsChart(chart, room) {
  const names = chart.series[0].labels;
  const many = chart.series.length;
  const parts = chart.series.flatMap((series, index) => {
    const hue = colour(SERIES[index % SERIES.length]);
    const shift = many > 1 ? (index - (many - 1) / 2) * 0.6 / many : 0;
    const row = i => names.length - 1 - i + shift;
    return [segments(series.name, series.y.map((value, i) => [row(i), series.low[i], series.high[i]]), faint(hue, 0.45), 7),
      {type: "scatter", name: series.name, symbolSize: 9, itemStyle: {color: hue}, color: hue, z: 4,
        data: series.y.map((value, i) => [value, row(i)]),
        tooltip: {formatter: p => tip(names[p.dataIndex], [told(chart, series, p.dataIndex)])}}];
  });
  if (parts.length && chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart)};
  // The scale reaches to what is marked.
  parts.push({type: "scatter", silent: true, symbolSize: 0, data: chart.marks.map(mark => [mark.at, 0])});
  const gap = Math.min(room.narrow ? 150 : 260, 24 + 7.5 * Math.max(...names.map(name => name.length)));
  return {
    height: 90 + Math.max(22, 14 * many) * names.length,
    option: {
      grid: {left: gap, top: many > 1 ? 40 : 20},
      legend: many > 1 ? {data: chart.series.map(series => series.name)} : undefined,
      xAxis: {type: "value", name: named(chart.x), scale: true, splitLine: {show: true}, axisLabel: {formatter: brief}},
      // With an interval of its own an axis counts its ticks from its least value, which must be whole to meet the rows.
      yAxis: {type: "value", min: -1, max: names.length, interval: 1, splitLine: {show: false},
        axisLabel: {color: colour("ink"), width: gap - 12, overflow: "truncate",
          formatter: value => names[names.length - 1 - value] || ""}},
      tooltip: {trigger: "item"}, series: parts,
    },
    table: chartTable(chart),
  };
}

function chartTable(chart) {
  const rows = chart.series.flatMap(series => series.y.map((value, i) => [series.labels[i] || place(chart, series.x[i]),
    series.name, figure(value), ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : ["–", "–"])]));
  return {caption: chart.caption, head: [chart.x.label || "Name", "Series", named(chart.y) || named(chart.x), "Low", "High"], rows};
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

charts.findings = (arm, room, holder) => {
  const chart = CHARTS.get(holder.dataset.name);
  if (chart.series[0].shape === "rows") return rowsChart(chart, room);
  if (chart.series[0].shape === "cells") return cellsChart(chart, room);
  const parts = chart.series.flatMap((series, index) => drawnSeries(chart, series, index));
  if (chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart)};
  const curves = chart.series.some(series => series.shape !== "points" && series.shape !== "bars");
  const [up, right] = [chart.good.startsWith("top"), chart.good.endsWith("right")];
  return {
    option: {
      grid: {top: chart.series.length > 1 ? 44 : 30},
      legend: chart.series.length > 1 ? {data: chart.series.map(series => series.name)} : undefined,
      graphic: chart.good ? [{type: "text", [right ? "right" : "left"]: right ? 30 : 74, [up ? "top" : "bottom"]: up ? 46 : 54,
        style: {text: "better here", fill: colour("muted"), fontSize: 11}}] : undefined,
      xAxis: valueAxis(chart.x),
      yAxis: valueAxis(chart.y, {scale: chart.series.every(series => series.shape !== "bars" && series.shape !== "stack")}),
      tooltip: curves ? {trigger: "axis", formatter: seen => {
        const value = seen[0].axisValue;
        return tip(chart.x.dates ? day(value) : `${named(chart.x)}: ${figure(value)}`, chart.series
          .filter(series => series.shape !== "bars").map(series => {
            const i = series.x.findIndex(x => at(chart, x) === value);
            return i < 0 ? null : told(chart, series, i);
          }).filter(Boolean));
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
