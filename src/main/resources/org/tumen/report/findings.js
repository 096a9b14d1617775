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

/** The room that a legend needs above a chart: a line, or more where names are many or long. */
function legendRoom(names, room) {
  const width = names.reduce((sum, name) => sum + 42 + 6.5 * name.length, 0);
  return 26 + 18 * Math.ceil(width / (room.width - 20));
}

function at(chart, value) {
  return chart.x.dates ? value * 86400000 : value;
}

/** What a reader who points at a place is told: every series there. */
function told(chart, series, i) {
  const value = figure(series.y[i]);
  return [series.name || named(chart.y) || named(chart.x),
    Number.isFinite(series.low[i]) ? `${value} (${figure(series.low[i])} to ${figure(series.high[i])})` : value];
}

/** The first line of a point's label is its name; the others are told to who points at it. */
function nameOf(label) {
  return (label || "").split("\n")[0];
}

function lines(label) {
  return (label || "").split("\n").slice(1).map(text => {
    const cut = text.lastIndexOf(": ");
    return [text.slice(0, cut), text.slice(cut + 2)];
  });
}

/** A few points are told apart by their names. */
function isLabelled(series) {
  return series.shape === "points" && !series.muted && series.labels.length > 0 && series.labels.length <= 8;
}

/** The colour of a series: grey where it is what the others are seen against. */
function hueOf(chart, series) {
  const loud = chart.series.filter(other => !other.muted);
  return colour(series.muted ? "axis" : SERIES[loud.indexOf(series) % SERIES.length]);
}

function drawnSeries(chart, series, room) {
  const hue = hueOf(chart, series);
  const x = series.x.map(value => at(chart, value));
  const points = {type: "scatter", name: series.name, symbolSize: x.length > 100 ? 6 : 9, color: hue, z: series.muted ? 3 : 4,
    itemStyle: {color: hue, opacity: series.muted ? 0.6 : 1}, data: x.map((value, i) => [value, series.y[i]]),
    labelLayout: {hideOverlap: true}, label: {show: isLabelled(series) && !room.narrow, position: "right", color: colour("ink"),
      fontSize: 11, formatter: p => nameOf(series.labels[p.dataIndex])},
    tooltip: {formatter: p => tip(nameOf(series.labels[p.dataIndex]) || place(chart, series.x[p.dataIndex]),
      [...lines(series.labels[p.dataIndex]), [named(chart.x) || "at", place(chart, series.x[p.dataIndex])],
        [named(chart.y) || series.name, told(chart, series, p.dataIndex)[1]]])}};
  switch (series.shape) {
    case "line": return [line(series.name, x, series.y, hue, {silent: false})];
    case "steps": return [line(series.name, ...steps(x, series.y), hue, {silent: false})];
    case "band": return [band(series.name, x, series.low, series.high, faint(hue, 0.2)),
      line(series.name, x, series.y, hue, {silent: false})];
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
      return {type: "line", shape: {x1: top[0], y1: top[1], x2: bottom[0], y2: bottom[1]}, style: {stroke: faint(hue, 0.5), lineWidth: 1.5}};
    }};
}

function markLines(chart) {
  return {symbol: "none", silent: true, animation: false, data: chart.marks.map(mark => ({
    [mark.upright ? "xAxis" : "yAxis"]: mark.upright ? at(chart, mark.at) : mark.at,
    lineStyle: {color: colour("ink"), width: 1, type: "dashed"},
    label: {show: mark.label !== "", formatter: mark.label, color: colour("ink"), fontSize: 11, position: mark.upright ? "end" : "insideStartTop"}}))};
}

/** Rows with a dot and an interval each. */
function rowsChart(chart, room) {
  const names = chart.series[0].labels;
  const dots = chart.series.filter(series => series.low.length);
  // Series lie beside each other only where a row has a dot of more than one.
  const many = names.some((name, i) => dots.filter(series => series.y[i] !== null).length > 1) ? dots.length : 1;
  const parts = chart.series.flatMap(series => {
    const hue = series.low.length ? hueOf(chart, series) : colour("ink");
    const shift = many > 1 && series.low.length ? ((many - 1) / 2 - dots.indexOf(series)) * 0.6 / many : 0;
    const row = i => names.length - 1 - i + shift;
    const seen = series.y.map((value, i) => i).filter(i => series.y[i] !== null);
    const dot = {type: "scatter", name: series.name, itemStyle: {color: hue}, color: hue, z: 4,
      ...(series.low.length ? {symbolSize: 9} : {symbol: "rect", symbolSize: [2, 18]}),
      data: seen.map(i => [series.y[i], row(i)]),
      tooltip: {formatter: p => tip(names[seen[p.dataIndex]], [told(chart, series, seen[p.dataIndex])])}};
    const bars = seen.filter(i => Number.isFinite(series.low[i]));
    return bars.length ? [segments(series.name, bars.map(i => [row(i), series.low[i], series.high[i]]), faint(hue, 0.45), 7), dot] : [dot];
  });
  if (parts.length && chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart)};
  const gap = Math.min(room.narrow ? 150 : 260, 16 + 7 * Math.max(...names.map(name => name.length)));
  return {
    height: 90 + Math.max(room.narrow ? 30 : 26, 16 * many) * (names.length + 1),
    option: {
      grid: {left: gap, top: chart.series.length > 1 ? 40 : 20},
      legend: chart.series.length > 1 ? {data: chart.series.map(series => series.name)} : undefined,
      xAxis: {type: "value", name: named(chart.x), scale: true, splitLine: {show: true}, axisLabel: {formatter: brief}},
      // Whole ends, or the library puts its ticks between the rows.
      yAxis: {type: "value", min: -1, max: names.length, interval: 1, splitLine: {show: false},
        axisLabel: {color: colour("ink"), width: gap - 12, overflow: "break", lineHeight: 13,
          formatter: value => names[names.length - 1 - value] || ""}},
      tooltip: {trigger: "item"}, series: parts,
    },
    table: chartTable(chart),
  };
}

function chartTable(chart) {
  const points = chart.series.some(series => series.labels.length && series.shape === "points");
  const rows = chart.series.flatMap(series => series.y.map((value, i) => [nameOf(series.labels[i]) || place(chart, series.x[i]),
    series.name, ...(points ? [place(chart, series.x[i])] : []), figure(value),
    ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : ["–", "–"])]));
  return {caption: chart.caption, head: [points ? "Name" : chart.x.label || "Name", "Series", ...(points ? [named(chart.x)] : []),
    named(chart.y) || named(chart.x), "Low", "High"], rows};
}

/** Cells that stand out: framed, or marked by a dot in a corner. */
function markedCells(series) {
  const framed = !series.muted;
  const ink = colour("ink");
  return {type: "custom", name: series.name, silent: true, z: 5, itemStyle: {color: ink}, color: ink,
    data: series.x.map((x, i) => [x, series.y[i]]), tooltip: {show: false},
    renderItem: (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [width, height] = api.size([1, 1]);
      return framed
        ? {type: "rect", style: {fill: "none", stroke: ink, lineWidth: 3},
          shape: {x: x - width / 2 + 2, y: y - height / 2 + 2, width: width - 4, height: height - 4}}
        : {type: "circle", style: {fill: colour("paper"), stroke: ink, lineWidth: 1.5},
          shape: {cx: x + width / 2 - 11, cy: y - height / 2 + 11, r: 4}};
    }};
}

/** Coloured cells with their value told where there is room, in brackets where its interval holds 0. */
function cellsChart(chart, room) {
  const series = chart.series[0];
  const values = series.low.filter(value => value !== null);
  const columns = chart.x.names.length || new Set(series.x).size;
  const rows = chart.y.names.length || new Set(series.y).size;
  const left = Math.min(room.narrow ? 110 : 170, 40 + 7 * Math.max(6, ...chart.y.names.map(name => name.length)));
  const fits = (room.width - left) / columns > 52;
  const marked = chart.series.slice(1);
  const marksAt = i => marked.filter(of => of.x.some((x, j) => x === series.x[i] && of.y[j] === series.y[i]));
  const farthest = Math.max(...values.map(Math.abs)) || 1;
  const scale = chart.good
    ? {min: -farthest, max: farthest, inRange: {color: chart.good === "high" ? ["bad", "none", "good"].map(colour) : ["good", "none", "bad"].map(colour)}}
    : {min: Math.min(...values), max: Math.max(...values) > Math.min(...values) ? Math.max(...values) : values[0] + 1, inRange: {color: RAMP}};
  const unclear = i => chart.good && series.high.length && !(series.high[i] !== null && Math.abs(series.low[i]) > series.high[i]);
  const signed = value => (chart.good ? (value > 0 ? "+" : "") + brief(Number(value.toPrecision(2))) : figure(value));
  const cell = i => (unclear(i) ? `(${signed(series.low[i])})` : signed(series.low[i]));
  const up = i => chart.y.names[series.y[i]] || figure(series.y[i]);
  const half = i => (Number.isFinite(series.high[i]) ? ` ±${figure(series.high[i])}` : "");
  return {
    height: Math.min(560, 140 + 38 * rows),
    option: {
      grid: {left, top: marked.length ? 40 : 20, bottom: 104},
      legend: marked.length ? {data: marked.map(of => ({name: of.name, icon: of.muted ? "circle" : "emptyRect"}))} : undefined,
      xAxis: valueAxis(chart.x), yAxis: {...valueAxis(chart.y), nameGap: left - 26},
      visualMap: {...scale, orient: "horizontal", left: "center", bottom: 0, itemHeight: 160, itemWidth: 12, precision: 3,
        formatter: brief, textStyle: {color: colour("muted")}, text: [brief(scale.max), brief(scale.min)]},
      tooltip: {trigger: "item", formatter: p => tip(series.name, [[chart.x.label, place(chart, series.x[p.dataIndex])],
        [chart.y.label, up(p.dataIndex)], ["Value", signed(series.low[p.dataIndex]) + half(p.dataIndex)],
        ...marksAt(p.dataIndex).map(of => [of.name, "yes"])])},
      series: [{type: "heatmap", name: series.name, data: series.x.map((x, i) => [x, series.y[i],
        series.low[i] === null ? "-" : series.low[i]]), itemStyle: {borderColor: colour("paper"), borderWidth: 1},
        label: {show: fits, fontSize: 12, formatter: p => cell(p.dataIndex)}}, ...marked.map(markedCells)],
    },
    table: {caption: chart.caption, head: [chart.x.label, chart.y.label, series.name, "±"], rows: series.x.map((x, i) => [place(chart, x),
      up(i), cell(i), half(i).replace(" ±", "")])},
  };
}

charts.findings = (arm, room, holder) => {
  const chart = CHARTS.get(holder.dataset.name);
  if (chart.series[0].shape === "rows") return rowsChart(chart, room);
  if (chart.series[0].shape === "cells") return cellsChart(chart, room);
  const parts = chart.series.flatMap(series => drawnSeries(chart, series, room));
  if (chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart)};
  const curves = chart.series.some(series => !["points", "bars"].includes(series.shape));
  const labelled = chart.series.some(isLabelled);
  const tall = named(chart.y).length > 40;
  const [up, right] = [chart.good.startsWith("top"), chart.good.endsWith("right")];
  return {
    option: {
      grid: {top: chart.series.length > 1 ? legendRoom(chart.series.map(series => series.name), room) : 30,
        ...(labelled && !room.narrow ? {right: 150} : {}), ...(tall ? {left: room.narrow ? 66 : 80} : {})},
      legend: chart.series.length > 1 ? {data: chart.series.map(series => series.name)} : undefined,
      graphic: chart.good ? [{type: "text", [right ? "right" : "left"]: right ? (labelled && !room.narrow ? 154 : 30) : 74, [up ? "top" : "bottom"]: up ? 46 : 54,
        style: {text: "better here", fill: colour("muted"), fontSize: 11}}] : undefined,
      xAxis: valueAxis(chart.x),
      yAxis: valueAxis(chart.y, {...(tall ? {name: `${chart.y.label},\n${chart.y.unit}`,
        nameTextStyle: {color: colour("muted"), fontSize: 12, lineHeight: 15, align: "center"}} : {}), scale: chart.series.every(series => series.shape !== "bars" && series.shape !== "stack")}),
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
      series.y.map((y, i) => [series.name, nameOf(series.labels[i]), series.x[i], y, series.low[i], series.high[i]]))]));
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
