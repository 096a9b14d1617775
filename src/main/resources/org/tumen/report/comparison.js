// Charts of the comparison: each arm in the colour it has in the charts of all arms.

function armColour(name) {
  return series(Math.max(0, DATA.arms.findIndex(arm => arm.name === name)));
}

function against(row) {
  const baselines = new Set(DATA.comparison.rows.map(r => r.baseline));
  return baselines.size > 1 ? `${row.arm} against ${row.baseline}` : row.arm;
}

function label(key) {
  return OUTCOME.has(key) ? OUTCOME.get(key).label : key;
}

/** A pale line from end to end of each interval and a dot at the difference; positions by outcome or by arm. */
function intervals(rows, place, measure) {
  const arms = [...new Set(rows.map(against))];
  const parts = arms.flatMap(name => {
    const mine = rows.map((row, i) => ({row, at: place(row, i)})).filter(({row}) => against(row) === name);
    const hue = armColour(mine[0].row.arm);
    return [
      segments(name, mine.map(({row, at}) => [at, measure(row, row.low ?? row.difference), measure(row, row.high ?? row.difference)]), faint(hue, 0.55), 5),
      {type: "scatter", name, z: 4, symbolSize: 8, itemStyle: {color: hue, opacity: 1}, color: hue,
        data: mine.map(({row, at}) => ({value: [measure(row, row.difference), at], row}))},
    ];
  });
  parts[0].markLine = {symbol: "none", silent: true, data: [{xAxis: 0}], label: {show: false},
    lineStyle: {color: colour("ink"), type: "solid", width: 1}};
  return parts;
}

/** Names at the left, one for each row of the chart. */
function rowNames(names, room) {
  return {type: "custom", silent: true, data: names.map((name, i) => [0, i]), encode: {x: [], y: 1}, tooltip: {show: false},
    renderItem: (params, api) => ({type: "text", style: {text: names[params.dataIndex], fill: colour("ink"),
      fontSize: 12, align: "right", verticalAlign: "middle", width: room.narrow ? 126 : 190, overflow: "truncate",
      x: params.coordSys.x - 10, y: api.coord([0, api.value(1)])[1]}})};
}

/** The interval within which a difference does not matter, where the study says one. */
function indifferent(row) {
  if (!row.matters) return undefined;
  return {silent: true, itemStyle: {color: faint(colour("axis"), 0.18)},
    data: [[{xAxis: -row.matters}, {xAxis: row.matters}]]};
}

charts.forest = (none, room, holder) => {
  const key = chosen.get(holder) || "";
  const all = DATA.comparison.rows.filter(row => row.difference !== null);
  const rows = key === "" ? all : all.filter(row => row.outcome === key);
  const arms = [...new Set(rows.map(against))];
  const names = key === "" ? [...new Set(rows.map(row => label(row.outcome)))] : arms;
  const spread = row => (arms.length > 1 ? 0.6 * (arms.indexOf(against(row)) / (arms.length - 1) - 0.5) : 0);
  const place = row => (key === "" ? names.indexOf(label(row.outcome)) + spread(row) : arms.indexOf(against(row)));
  const parts = intervals(rows, place, (row, value) => (key !== "" ? value : row.scale === null ? 0 : value * row.scale));
  parts[0].markArea = key === "" ? undefined : indifferent(rows[0]);
  const unit = key === "" ? "standard deviations" : OUTCOME.has(key) ? OUTCOME.get(key).unit : "";
  holder.querySelector(".figure-title").textContent =
    `Differences from the baseline${key === "" ? "" : ": " + label(key)}`;
  return {
    height: 110 + names.length * 26 * (key === "" ? Math.max(1, 0.75 * arms.length) : 1.2),
    option: {
      grid: {left: room.narrow ? 136 : 200, top: 40},
      legend: key !== "" ? undefined : {data: arms.map(name => ({name, itemStyle: {
        color: armColour(rows.find(r => against(r) === name).arm), opacity: 1}})), type: "scroll"},
      xAxis: {type: "value", name: `difference, ${unit}`, splitLine: {show: true}, axisLabel: {formatter: v => brief(v)}},
      yAxis: {type: "value", min: -0.6, max: names.length - 0.4, interval: 1, inverse: true, splitLine: {show: false},
        axisLabel: {show: false}},
      tooltip: {trigger: "item", formatter: p => (p.data.row
        ? tip(`${against(p.data.row)}: ${label(p.data.row.outcome)}`, [["difference", brief(p.data.row.difference)],
          ["95 % interval", p.data.row.low === null ? "–" : `${brief(p.data.row.low)} to ${brief(p.data.row.high)}`]]) : "")},
      series: [...parts, rowNames(names, room)],
    },
    table: {
      caption: "Difference of means with its 95 % interval, in the units of the outcomes",
      head: ["Arm", "Outcome", "Difference", "From", "To", "Unit"],
      rows: rows.map(row => [against(row), label(row.outcome), brief(row.difference), brief(row.low), brief(row.high),
        OUTCOME.has(row.outcome) ? OUTCOME.get(row.outcome).unit : ""]),
    },
  };
};

charts.quantiles = (none, room, holder) => {
  const key = chosen.get(holder);
  const unit = OUTCOME.has(key) ? OUTCOME.get(key).unit : "";
  const rows = DATA.comparison.rows.filter(row => row.outcome === key && row.quantiles.length > 0);
  holder.querySelector(".figure-title").textContent = `Differences of quantiles: ${label(key)}`;
  const at = (row, column) => row.quantiles.map(q => q[column]);
  const x = row => at(row, 0).map(p => 100 * p);
  const parts = rows.flatMap(row => [
    band(against(row), x(row), at(row, 2), at(row, 3), faint(armColour(row.arm), 0.2)),
    line(against(row), x(row), at(row, 1), armColour(row.arm), {}),
  ]);
  const all = rows.flatMap(row => at(row, 2).concat(at(row, 3))).concat([0]);
  const room5 = 0.05 * (Math.max(...all) - Math.min(...all)) || 1;
  parts[parts.length - 1].markLine = {symbol: "none", silent: true, data: [{yAxis: 0}], label: {show: false},
    lineStyle: {color: colour("ink"), type: "solid", width: 1}};
  return {
    option: {
      grid: {top: 40},
      legend: {data: rows.map(row => ({name: against(row), itemStyle: {color: armColour(row.arm), opacity: 1}})), type: "scroll"},
      xAxis: {type: "value", name: "quantile, %", min: 0, max: 100},
      yAxis: {type: "value", name: `difference, ${unit}`, min: Math.min(...all) - room5, max: Math.max(...all) + room5,
        axisLabel: {showMinLabel: false, showMaxLabel: false, formatter: v => brief(v)}},
      tooltip: {trigger: "axis", formatter: points => tip(`Quantile ${brief(points[0].axisValue)} %`, rows.map(row => {
        const q = row.quantiles.reduce((a, b) =>
          (Math.abs(100 * b[0] - points[0].axisValue) < Math.abs(100 * a[0] - points[0].axisValue) ? b : a));
        return [against(row), `${brief(q[1])} (${brief(q[2])} to ${brief(q[3])})`];
      }))},
      series: parts,
    },
    table: {
      caption: `Differences of quantiles of ${label(key)}, ${unit}`, head: ["Arm", "Quantile", "Difference", "Band from", "to"],
      rows: rows.flatMap(row => row.quantiles.map(q =>
        [against(row), brief(100 * q[0]) + " %", brief(q[1]), brief(q[2]), brief(q[3])])),
    },
  };
};
