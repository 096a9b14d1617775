// Data, colours, numbers and the life of a chart: drawn when it comes into view, again when room or colours change.
const DATA = JSON.parse(document.getElementById("report-data").textContent);
const SERIES = ["blue", "vermillion", "green", "orange", "purple", "sky", "black"];
// Of every seven lines, whose colours repeat.
const DASHES = ["solid", "dashed", "dotted"];
// Light to dark, apart to the colour-blind too.
const RAMP = ["#fde725", "#90d743", "#35b779", "#21918c", "#31688e", "#443983", "#440154"].reverse();
const drawn = new Map();
const charts = {};

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function faint(hex, opacity) {
  const value = parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}

/** About three digits; a real minus sign. */
function figure(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 999.5 ? 0 : size >= 99.95 ? 1 : size >= 9.995 ? 2 : size >= 0.0995 ? 3 : 4;
  return fixed(value, digits);
}

/** Three digits at most, without zeros at the end. */
function brief(value) {
  if (value === null || value === undefined) return "–";
  return Number(value.toPrecision(3)).toLocaleString("en", {maximumFractionDigits: 6}).replace("-", "−");
}

function fixed(value, digits) {
  return value.toLocaleString("en", {minimumFractionDigits: digits, maximumFractionDigits: digits}).replace("-", "−");
}

function percent(share, digits = 1) {
  if (share > 0 && share < 0.0005) return "< 0.1 %";
  return fixed(100 * share, share === 0 || share === 1 ? 0 : digits) + " %";
}

function day(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** A text as HTML; tooltips are the only place where the library is given markup. */
function safe(text) {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML;
}

function tip(title, lines) {
  return `<b>${safe(title)}</b>` + lines.map(([name, value]) => `<br>${safe(name)}: <b>${safe(value)}</b>`).join("");
}

/** What every chart has in common. */
function base(room, options) {
  const ink = colour("ink");
  const muted = colour("muted");
  const axis = {
    nameLocation: "middle", nameTextStyle: {color: muted, fontSize: 12},
    axisLine: {show: true, onZero: false, lineStyle: {color: colour("axis")}}, axisTick: {show: true, lineStyle: {color: colour("axis")}},
    axisLabel: {color: muted, fontSize: 12, hideOverlap: true}, splitLine: {lineStyle: {color: colour("grid")}},
  };
  const side = {...axis, nameGap: room.narrow ? 34 : 44, axisLine: {show: false}, axisTick: {show: false}};
  const merge = (common, own) => own && ({...common, ...own, axisLabel: {...common.axisLabel, ...own.axisLabel},
    splitLine: {...common.splitLine, ...own.splitLine}});
  return {
    animation: false, useUTC: true, textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: ink},
    ...options,
    grid: {left: room.narrow ? 52 : 66, right: room.narrow ? 20 : 26, top: 34, bottom: 46, ...options.grid},
    xAxis: merge({...axis, nameGap: 28, splitLine: {...axis.splitLine, show: false}}, options.xAxis),
    yAxis: merge(side, options.yAxis),
    legend: options.legend && {top: 0, left: "center", width: room.width - 20, icon: "roundRect", itemWidth: 16, itemHeight: 10, selectedMode: false,
      textStyle: {color: ink, fontSize: 12}, ...options.legend},
    tooltip: options.tooltip && {backgroundColor: colour("card"), borderColor: colour("rule"), confine: true,
      textStyle: {color: ink, fontSize: 13}, axisPointer: {lineStyle: {color: colour("axis")}}, ...options.tooltip},
  };
}

function draw(holder) {
  const place = holder.querySelector(".chart");
  // What is folded or not chosen is drawn when it is seen.
  if (!place.clientWidth) return;
  const room = {width: place.clientWidth, narrow: place.clientWidth < 560};
  const arm = holder.dataset.arm === "" ? null : DATA.arms[Number(holder.dataset.arm)];
  const made = charts[holder.dataset.chart](arm, room, holder);
  let chart = drawn.get(holder);
  if (!chart) {
    chart = echarts.init(place, null, {renderer: "svg"});
    drawn.set(holder, chart);
    // The library takes the name away that the figure gives the picture.
    place.setAttribute("role", "img");
  }
  if (made.height) place.style.height = made.height + "px";
  chart.resize();
  chart.setOption(base(room, made.option), true);
  holder.dataset.drawn = "true";
  const details = holder.querySelector("details.data");
  details.hidden = false;
  details.fill = () => fillTable(details, made.table);
  if (details.open) details.fill();
}

function fillTable(details, data) {
  const table = document.createElement("table");
  const caption = table.createCaption();
  caption.textContent = data.caption;
  const head = table.createTHead().insertRow();
  data.head.forEach(name => {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.append(cell);
  });
  const body = table.createTBody();
  data.rows.forEach(values => {
    const row = body.insertRow();
    values.forEach((value, i) => {
      const cell = i === 0 ? document.createElement("th") : document.createElement("td");
      if (i === 0) cell.scope = "row";
      cell.textContent = value;
      row.append(cell);
    });
  });
  details.querySelector(".scroll").replaceChildren(table);
}

function redrawAll() {
  for (const holder of drawn.keys()) draw(holder);
}
