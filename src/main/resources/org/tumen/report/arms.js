// Charts of all arms together: the same colour is the same arm everywhere.

function legendOfArms() {
  return {data: DATA.arms.map((arm, i) => ({name: arm.name, itemStyle: {color: series(i), opacity: 1}})), type: "scroll"};
}

function curves(key, make) {
  return DATA.arms.map((arm, i) => [arm, i]).filter(([arm]) => arm.outcomes[key])
    .map(([arm, i]) => ({arm, i, points: make(arm.outcomes[key])}));
}

/** Share of runs per unit: the density where there is one, else the bins. */
function perUnit(outcome) {
  if (outcome.density) return density(outcome, 100);
  const rows = bins(outcome);
  return [rows.map(row => (row[0] + row[1]) / 2), rows.map(row => row[2] / (row[1] - row[0]))];
}

/** Share of runs at or below each edge of the bins. */
function upTo(outcome) {
  const rows = bins(outcome);
  let sum = 0;
  const x = [rows[0][0]];
  const y = [0];
  for (const row of rows) {
    sum += row[2];
    x.push(row[1]);
    y.push(sum);
  }
  return [x, y];
}

function valueAt([x, y], at) {
  let i = x.findIndex(v => v >= at);
  if (i < 0) i = x.length - 1;
  if (i === 0 || x[i] === at) return y[i];
  return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
}

function quantileTable(key) {
  const about = OUTCOME.get(key);
  const levels = ["mean", "p5", "p25", "p50", "p75", "p95"];
  return {caption: `${about.label} (${about.unit}) by arm`, head: ["Arm", "Mean", "5 %", "25 %", "50 %", "75 %", "95 %"],
    rows: DATA.arms.filter(arm => arm.outcomes[key])
      .map(arm => [arm.name, ...levels.map(level => figure(arm.outcomes[key][level]))])};
}

/** The 95 % band of Dvoretzky, Kiefer, Wolfowitz and Massart about a cumulative distribution: it holds everywhere at once. */
function confidence(curve) {
  const half = 100 * Math.sqrt(Math.log(2 / 0.05) / (2 * curve.arm.runs));
  const [x, y] = curve.points;
  return band(curve.arm.name, x, y.map(v => Math.max(0, v - half)), y.map(v => Math.min(100, v + half)),
    faint(series(curve.i), 0.2));
}

function overlay(title, axis, make, more) {
  return (none, room, holder) => {
    const key = chosen.get(holder) || "mean_stability";
    const about = OUTCOME.get(key);
    const shown = curves(key, make);
    holder.querySelector(".figure-title").textContent = `${title}: ${about.label}`;
    const discrete = about.kind !== "continuous";
    return {
      option: {
        grid: {top: 40},
        legend: legendOfArms(),
        xAxis: {type: "value", name: about.kind === "flag" ? "0 no, 1 yes" : about.unit, scale: true,
          minInterval: discrete ? 1 : undefined, min: Math.min(...shown.map(c => c.points[0][0])),
          max: Math.max(...shown.map(c => c.points[0][c.points[0].length - 1])),
          axisLabel: {showMinLabel: false, showMaxLabel: false, formatter: v => brief(v)}},
        yAxis: {type: "value", name: axis, min: 0, ...more, axisLabel: {formatter: v => brief(v)}},
        tooltip: {trigger: "axis", formatter: points => tip(`${about.label} ${brief(points[0].axisValue)}`,
          shown.map(c => [c.arm.name, brief(valueAt(c.points, points[0].axisValue)) + " %"]))},
        series: shown.flatMap(c => [...(make === upTo ? [confidence(c)] : []),
          line(c.arm.name, c.points[0], c.points[1], series(c.i),
            make === perUnit && !discrete ? {areaStyle: {color: faint(series(c.i), 0.1)}} : {})]),
      },
      table: quantileTable(key),
    };
  };
}

charts.densities = overlay("Densities", "runs per unit, %", perUnit, {});
charts.cumulative = overlay("Cumulative distributions", "runs at or below, %", upTo, {max: 100});

function medians(kind) {
  return (none, room) => {
    const parts = [];
    DATA.arms.forEach((arm, i) => {
      const data = arm[kind];
      const x = data.p50.map((v, week) => weekEnd(arm, week));
      parts.push(band(arm.name, x, data.p5, data.p95, faint(series(i), 0.1)));
      parts.push(line(arm.name, x, data.p50, series(i), {silent: false}));
    });
    const first = DATA.arms[0];
    const all = DATA.arms.flatMap(arm => arm[kind].p5.concat(arm[kind].p95));
    return {
      option: {
        grid: {top: 40, bottom: 30},
        legend: legendOfArms(),
        xAxis: dates(first, room),
        yAxis: {type: "value", name: kind + ", index points", min: Math.max(0, Math.floor((Math.min(...all) - 2) / 10) * 10),
          max: Math.min(100, Math.ceil((Math.max(...all) + 2) / 10) * 10)},
        tooltip: {trigger: "axis", formatter: points => {
          const week = nearestWeek(first, points[0].axisValue);
          return tip(`Median, week ${week}, ending ${day(weekEnd(first, week))}`,
            DATA.arms.map(arm => [arm.name, fixed(arm[kind].p50[week], 1)]));
        }},
        series: parts,
      },
      table: weeklyTable(first, `Median ${kind}, index points`, DATA.arms.map(arm => arm.name),
        week => DATA.arms.map(arm => fixed(arm[kind].p50[week], 1))),
    };
  };
}

charts["medians-stability"] = medians("stability");
charts["medians-tension"] = medians("tension");

charts.survivals = (none, room) => {
  const weeks = DATA.arms[0].weeks;
  const floor = survivalFloor(DATA.arms);
  const shown = DATA.arms.map((arm, i) => ({arm, i, s: survivalCurve(arm)}));
  return {
    option: {
      grid: {top: 40},
      legend: legendOfArms(),
      xAxis: {type: "value", name: "weeks since the start", min: 0, max: weeks, interval: room.narrow ? 52 : 26},
      yAxis: {type: "value", name: "runs without a crisis, %", min: floor, max: 100},
      tooltip: {trigger: "axis", formatter: points => tip(`Week ${Math.round(points[0].axisValue)}`,
        shown.map(({arm, s}) => [arm.name, percent(s.at(points[0].axisValue, arm.first_crisis.survival))]))},
      series: shown.flatMap(({arm, i, s}) => [
        band(arm.name, s.lower[0], s.lower[1], s.upper[1], faint(series(i), 0.2)),
        line(arm.name, s.curve[0], s.curve[1], series(i))]),
    },
    table: {
      caption: "Share of runs still without a crisis" + (floor > 0 ? `; the chart's axis begins at ${floor} %` : ""),
      head: ["Week", ...DATA.arms.map(arm => arm.name)],
      rows: Array.from({length: Math.floor(weeks / 13) + 1}, (v, i) => i * 13).map(week =>
        [String(week), ...shown.map(({arm, s}) => percent(s.at(week, arm.first_crisis.survival)))]),
    },
  };
};
