// The live charts of findings: declared as data, drawn here.

const CHARTS = new Map();
DATA.sections.forEach(section => section.blocks.forEach(block => {
  (block.charts || []).forEach(chart => CHARTS.set(chart.name, chart));
}));

function named(axis) {
  return axis.unit && axis.unit !== axis.label.toLowerCase() ? `${axis.label}, ${axis.unit}` : axis.label;
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
  const range = Number.isFinite(series.low[i]) ? `${figure(series.low[i])} to ${figure(series.high[i])}` : "";
  const value = series.y[i] === null ? range : range ? `${figure(series.y[i])} (${range})` : figure(series.y[i]);
  return [series.name || named(chart.y) || named(chart.x), value];
}

/** The place of a series among those without a colour of their own; 0 for one that has one. */
function placeOf(chart, series) {
  return Math.max(0, chart.series.filter(other => !other.hue).indexOf(series));
}

function hueOf(chart, series) {
  return colour(series.hue || SERIES[placeOf(chart, series) % SERIES.length]);
}

/** How a line is dashed, where colours repeat. */
function dashOf(chart, series) {
  return DASHES[Math.floor(placeOf(chart, series) / SERIES.length) % DASHES.length];
}

/** The lines of a legend: one for all examples. */
function legend(chart) {
  if (chart.series.length < 2) return undefined;
  const dashed = chart.series.some(series => dashOf(chart, series) !== "solid");
  return {data: [...new Set(chart.series.map(series => series.name))], ...(dashed ? {icon: "inherit", itemWidth: 34} : {})};
}

/** Whether bars stand for whole numbers. */
function whole(series) {
  return series.shape === "bars" && series.x.every((x, i) => Number.isInteger(x - 0.5) && (i === 0 || x - series.x[i - 1] === 1));
}

function barName(series, i) {
  return whole(series) ? figure(series.x[i] + 0.5) : `${figure(series.x[i])} to ${figure(series.x[i + 1])}`;
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
  return series.shape === "points" && series.hue !== "axis" && series.labels.length > 0 && series.labels.length <= 8;
}

function drawnSeries(chart, series, room) {
  if (series.hue === "thin") {
    return [line(series.name, series.x.map(value => at(chart, value)), series.y, faint(colour("ink"), 0.4),
      {lineStyle: {width: 0.8}, z: 2})];
  }
  const hue = hueOf(chart, series);
  const muted = series.hue === "axis";
  const x = series.x.map(value => at(chart, value));
  const points = {type: "scatter", name: series.name, symbolSize: x.length > 100 ? 6 : 9, color: hue, z: muted ? 3 : 4,
    itemStyle: {color: hue, opacity: muted ? 0.6 : 1}, data: x.map((value, i) => [value, series.y[i]]),
    labelLayout: {hideOverlap: true, dy: -10}, label: {show: isLabelled(series) && !room.narrow, position: "right", color: colour("ink"), fontSize: 11, minMargin: 4,
      formatter: p => nameOf(series.labels[p.dataIndex])},
    tooltip: {formatter: p => tip(nameOf(series.labels[p.dataIndex]) || place(chart, series.x[p.dataIndex]),
      [...lines(series.labels[p.dataIndex]), [named(chart.x) || "at", place(chart, series.x[p.dataIndex]) + (series.left
        && series.left[p.dataIndex] !== null ? ` (${figure(series.left[p.dataIndex])} to ${figure(series.right[p.dataIndex])})` : "")],
        [named(chart.y) || series.name, told(chart, series, p.dataIndex)[1]]])}};
  switch (series.shape) {
    case "line": return [line(series.name, x, series.y, hue, {silent: false, symbol: "none", lineStyle: {type: dashOf(chart, series)}})];
    case "steps": return [...(series.low.length ? [bandOf(chart, series, x, hue)] : []),
      line(series.name, ...steps(x, series.y), hue, {silent: false, symbol: "none", lineStyle: {type: dashOf(chart, series)}})];
    case "band": return [bandOf(chart, series, x, hue),
      ...(series.y.every(y => y === null) ? [] : [line(series.name, x, series.y, hue, {silent: false})])];
    case "stack": return [line(series.name, x, series.y, hue, {silent: false, stack: "all", areaStyle: {color: hue, opacity: 0.8},
      lineStyle: {width: 0.5}})];
    case "bars": return [{...bars(series.name, x.slice(0, -1).map((value, i) => [value, x[i + 1], series.y[i]]), hue),
      tooltip: {formatter: p => tip(barName(series, p.dataIndex), [[named(chart.y), figure(series.y[p.dataIndex])]])}}];
    default: return [...(series.low.length ? [intervals(series, x.map((at, i) => [at, series.low[i], at, series.high[i]]), hue)] : []),
      ...(series.left ? [intervals(series, series.y.map((y, i) => [series.left[i], y, series.right[i], y]), hue, series.low.length ? 1.5 : 6)] : []), points];
  }
}

/** A band, stepped beside steps, and the stronger the more bands of its colour it lies in. */
function bandOf(chart, series, x, hue) {
  const index = chart.series.indexOf(series);
  const outer = chart.series.slice(0, index).filter(other => other.shape === "band" && other.hue === series.hue && series.hue).length;
  const fill = faint(hue, series.shape === "steps" ? 0.3 / chart.series.length : 0.2 + 0.16 * outer);
  if (chart.series.every(other => other.shape !== "steps")) return band(series.name, x, series.low, series.high, fill);
  const [corners, low] = steps(x, series.low);
  return band(series.name, corners, low, steps(x, series.high)[1], fill);
}

/** Intervals as lines from one place to another. */
function intervals(series, ends, hue, lineWidth = 1.5) {
  return {type: "custom", name: series.name, silent: true, itemStyle: {color: hue}, color: hue, z: 3,
    data: ends, tooltip: {show: false}, encode: {x: [0, 2], y: [1, 3]},
    renderItem: (params, api) => {
      const [x1, y1] = api.coord([api.value(0), api.value(1)]);
      const [x2, y2] = api.coord([api.value(2), api.value(3)]);
      return {type: "line", shape: {x1, y1, x2, y2}, style: {stroke: faint(hue, 0.5), lineWidth}};
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
      label: {show: mark.label !== "", formatter: mark.label, color: colour("ink"), fontSize: 11, position: mark.upright ? "end" : "insideStartTop",
        distance: mark.upright ? 4 + 14 * row : undefined}};
  });
  return {symbol: "none", silent: true, animation: false, data: lines};
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
  if (parts.length && chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart, room)};
  // The scale reaches to what is marked.
  parts.push({type: "scatter", silent: true, symbolSize: 0, data: chart.marks.map(mark => [mark.at, 0])});
  // Shares of a whole are seen against the whole.
  const shares = chart.x.unit === "%" && chart.series.every(series => series.low.concat(series.high).every(v => v >= 0 && v <= 100));
  const ends = shares ? {min: 0, max: 100} : {};
  const gap = Math.min(room.narrow ? 150 : 300, 24 + 7.5 * Math.max(...names.map(name => name.length)));
  return {
    height: 90 + Math.max(room.narrow ? 30 : 26, 16 * many) * (names.length + 1),
    option: {
      grid: {left: gap, top: chart.series.length > 1 ? 40 : 20},
      legend: legend(chart),
      xAxis: {type: "value", name: named(chart.x), scale: true, splitLine: {show: true}, axisLabel: {formatter: brief}, ...ends},
      // With an interval of its own an axis counts its ticks from its least value, which must be whole to meet the rows.
      yAxis: {type: "value", min: -1, max: names.length, interval: 1, splitLine: {show: false},
        axisLabel: {color: colour("ink"), width: gap - 12, overflow: "break", lineHeight: 13,
          formatter: value => names[names.length - 1 - value] || ""}},
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
  const points = all.some(series => series.labels.length && series.shape === "points");
  // Rows that are each of one series have a line each.
  const apart = first.shape === "rows" && all.length > 1 && first.y.every((_, i) => all.filter(series => series.y[i] !== null).length < 2);
  if (!points && !apart && all.every(series => series.x.length === first.x.length && series.x.every((x, i) => x === first.x[i]))) {
    const cells = (series, i) => [...(series.y.every(y => y === null) ? [] : [figure(series.y[i])]),
      ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : [])];
    const heads = series => [...(series.y.every(y => y === null) ? [] : [name(series)]),
      ...(series.low.length ? [`${name(series)}, from`, "to"] : [])];
    return {caption: chart.caption, head: [first.shape === "rows" ? "Name" : head, ...all.flatMap(heads)],
      rows: first.x.map((x, i) => [first.shape === "rows" ? first.labels[i] : place(chart, x), ...all.flatMap(series => cells(series, i))])};
  }
  const rows = all.flatMap(series => series.y.map((value, i) => apart && value === null ? null : [nameOf(series.labels[i]) || place(chart, series.x[i]),
    series.name, ...(points ? [place(chart, series.x[i])] : []), figure(value),
    ...(series.low.length ? [figure(series.low[i]), figure(series.high[i])] : ["–", "–"])]).filter(row => row));
  return {caption: chart.caption, head: [points || apart ? "Name" : head, "Series", ...(points ? [named(chart.x)] : []),
    named(chart.y) || named(chart.x), "Low", "High"], rows};
}

/** Cells that stand out: framed, or marked by a dot in a corner. */
function markedCells(series) {
  const framed = series.hue !== "axis";
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

/** An axis of cells that names every one of them or, where they are narrower than their names, every so many. */
function cellAxis(axis, room, wanted) {
  const of = valueAxis(axis);
  return axis.names.length ? {...of, axisLabel: {...of.axisLabel, interval: Math.ceil(wanted * axis.names.length / room) - 1}} : of;
}

/** Coloured cells with their value told where there is room, in brackets where its interval holds 0. */
function cellsChart(chart, room) {
  const series = chart.series[0];
  const values = series.low.filter(value => value !== null);
  const columns = chart.x.names.length || new Set(series.x).size;
  const rows = chart.y.names.length || new Set(series.y).size;
  const left = Math.min(room.narrow ? 110 : 150, 48 + 7 * Math.max(6, ...chart.y.names.map(name => name.length)));
  const height = Math.min(560, 140 + 38 * rows);
  const farthest = Math.max(...values.map(Math.abs)) || 1;
  const scale = chart.good
    ? {min: -farthest, max: farthest, inRange: {color: chart.good === "high" ? ["bad", "none", "good"].map(colour) : ["good", "none", "bad"].map(colour)}}
    : {min: Math.min(...values), max: Math.max(...values) > Math.min(...values) ? Math.max(...values) : values[0] + 1, inRange: {color: RAMP}};
  const unclear = i => chart.good && series.high.length && !(series.high[i] !== null && Math.abs(series.low[i]) > series.high[i]);
  const signed = value => (chart.good && value > 0 ? "+" : "") + brief(chart.good ? Number(value.toPrecision(2)) : value);
  const cell = i => (unclear(i) ? `(${signed(series.low[i])})` : signed(series.low[i]));
  const longest = Math.max(...series.low.map((value, i) => cell(i).length));
  const fits = (room.width - left) / columns > 10 + 7 * longest && (height - 124) / rows > 14;
  const up = i => chart.y.names[series.y[i]] || figure(series.y[i]);
  const half = i => (Number.isFinite(series.high[i]) ? ` ±${figure(series.high[i])}` : "");
  const marked = chart.series.filter(of => of.shape === "points");
  const surface = chart.series.slice(1).filter(of => of.shape === "cells");
  const marksAt = i => marked.flatMap(of => of.x.flatMap((x, j) => (x === series.x[i] && of.y[j] === series.y[i]
    ? [[of.name, of.labels[j] || "yes"]] : [])));
  return {
    height,
    option: {
      grid: {left, top: marked.length ? 40 : 20, bottom: 104},
      legend: marked.length ? {data: marked.map(of => ({name: of.name, icon: of.hue === "axis" ? "circle" : "emptyRect"}))} : undefined,
      xAxis: cellAxis(chart.x, room.width - left, Math.min(118, 12 + 7 * Math.max(...chart.x.names.map(name => name.length)))),
      yAxis: {...cellAxis(chart.y, height - 124, 15), nameGap: left - 26},
      visualMap: {...scale, orient: "horizontal", left: "center", bottom: 0, itemHeight: 160, itemWidth: 12, precision: 3,
        formatter: brief, textStyle: {color: colour("muted")}, text: [brief(scale.max), brief(scale.min)]},
      tooltip: {trigger: "item", formatter: p => tip(series.name, [[chart.x.label, place(chart, series.x[p.dataIndex])],
        [chart.y.label, up(p.dataIndex)], ["Value", signed(series.low[p.dataIndex]) + half(p.dataIndex)],
        ...surface.map(of => [of.name, signed(of.low[p.dataIndex])]), ...marksAt(p.dataIndex)])},
      series: [{type: "heatmap", name: series.name, data: series.x.map((x, i) => [x, series.y[i],
        series.low[i] === null ? "-" : series.low[i]]), itemStyle: {borderColor: colour("paper"), borderWidth: 1},
        label: {show: fits, fontSize: 12, formatter: p => cell(p.dataIndex)}}, ...marked.map(markedCells)],
    },
    table: {caption: chart.caption, head: [chart.x.label, chart.y.label, series.name, "±"], rows: series.x.map((x, i) => [place(chart, x),
      up(i), cell(i), half(i).replace(" ±", "")])},
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
  if (chart.series[0].shape === "parallel") return parallelChart(chart, room);
  const parts = chart.series.flatMap(series => drawnSeries(chart, series, room));
  if (chart.marks.length) parts[0] = {...parts[0], markLine: markLines(chart, room)};
  const curves = chart.series.some(series => series.shape !== "points") && chart.series.every(series => series.shape !== "bars");
  const labelled = chart.series.some(isLabelled);
  const tall = named(chart.y).length > 40;
  const [up, right] = [chart.good.startsWith("top"), chart.good.endsWith("right")];
  return {
    option: {
      grid: {...(labelled && !room.narrow ? {right: 150} : {}), bottom: named(chart.x) ? 46 : 30, ...(tall ? {left: room.narrow ? 66 : 80} : {}),
        top: (chart.series.length > 1 ? legendRoom([...new Set(chart.series.map(series => series.name))], room) : 30) + (chart.marks.some(mark => mark.upright) ? 30 : 0)},
      legend: legend(chart),
      graphic: chart.good ? [{type: "text", [right ? "right" : "left"]: right ? (labelled && !room.narrow ? 154 : 30) : 74, [up ? "top" : "bottom"]: up ? 46 : 54,
        style: {text: "better here", fill: colour("muted"), fontSize: 11}}] : undefined,
      xAxis: valueAxis(chart.x, whole(chart.series[0]) ? {minInterval: 1} : {}),
      yAxis: valueAxis(chart.y, {...(tall ? {name: `${chart.y.label},\n${chart.y.unit}`,
        nameTextStyle: {color: colour("muted"), fontSize: 12, lineHeight: 15, align: "center"}} : {}), max: full(chart) ? 100 : undefined, scale: chart.series.every(series => series.shape !== "bars" && series.shape !== "stack")}),
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
