// The charts of one arm.

const chosen = new Map();

/** How often each bin of a histogram was hit, as rows [from, to, share in percent]. */
function bins(outcome) {
  const width = (outcome.to - outcome.from) / outcome.counts.length;
  const shown = outcome.counts.reduce((a, b) => a + b, 0);
  const all = shown / (1 - (outcome.censored || 0) || 1);
  return outcome.counts.map((n, i) =>
    [outcome.from + i * width, outcome.from + (i + 1) * width, all > 0 ? 100 * n / all : 0]);
}

function density(outcome, scale) {
  const x = outcome.density.y.map((y, i) => outcome.density.from + i * outcome.density.step);
  return [x, outcome.density.y.map(y => y * scale)];
}

function binName(row, discrete) {
  return discrete ? figure(Math.round((row[0] + row[1]) / 2)) : `${figure(row[0])} to ${figure(row[1])}`;
}

function censoredNote(arm, outcome) {
  return outcome.censored > 0 ? `${percent(outcome.censored)} of runs: not within ${arm.weeks} weeks` : "";
}

/** The marks of mean and quantiles; labels that would touch go to other rows. */
function quantileMarks(outcome, from, to, room) {
  const marks = [["5 %", outcome.p5], ["median", outcome.p50], ["95 %", outcome.p95]]
    .filter(([, at]) => at >= from && at <= to);
  marks.push(["mean", outcome.mean]);
  marks.sort((a, b) => a[1] - b[1]);
  const scale = (room.width - 90) / (to - from || 1);
  const ends = [-Infinity, -Infinity, -Infinity];
  return marks.filter(([, at]) => at >= from && at <= to).map(([name, at]) => {
    const free = ends.findIndex(end => (at - end) * scale > 84);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[row] = at;
    return [at, `${name} ${figure(at)}`, name === "mean", row];
  });
}

charts.distribution = (arm, room, holder) => {
  const key = chosen.get(holder) || "mean_stability";
  const about = OUTCOME.get(key);
  const outcome = arm.outcomes[key];
  const rows = bins(outcome);
  const note = censoredNote(arm, outcome);
  const marks = about.kind === "flag" ? [[outcome.mean, `mean ${percent(outcome.mean)}`, true, 0]]
    : quantileMarks(outcome, outcome.from, outcome.to, room);
  const parts = [{...bars("runs", rows, colour("sky")), markLine: uprights(marks)}];
  if (outcome.density) {
    const [x, y] = density(outcome, 100 * (rows[0][1] - rows[0][0]));
    parts.push(line("density", x, y, colour("blue"), {tooltip: {show: false}}));
  }
  holder.querySelector(".figure-title").textContent = about.label + (note ? ` (${note})` : "");
  const whole = outcome.discrete || about.kind !== "continuous";
  const low = outcome.density ? Math.max(outcome.density.from, Math.min(outcome.from, outcome.density.from)) : outcome.from;
  const high = outcome.density ? outcome.density.from + (outcome.density.y.length - 1) * outcome.density.step : outcome.to;
  return {
    option: {
      grid: {top: 64},
      xAxis: {type: "value", name: about.kind === "flag" ? "0 no, 1 yes" : about.unit, min: Math.min(low, outcome.from),
        max: Math.max(high, outcome.to), minInterval: whole ? 1 : undefined,
        axisLabel: {showMinLabel: false, showMaxLabel: false,
          formatter: v => (whole && !Number.isInteger(v) ? "" : figure(Number(v.toPrecision(6))))}},
      yAxis: {type: "value", name: "runs, %", min: 0, axisLabel: {formatter: v => figure(v)}},
      tooltip: {trigger: "item", formatter: p => (Array.isArray(p.value) && p.value.length === 3
        ? tip(binName(p.value, outcome.discrete), [["runs", brief(p.value[2]) + " %"]]) : "")},
      series: parts,
    },
    table: {
      caption: `${about.label} (${about.unit}): share of runs by bin. ${note}`, head: ["Value", "Share of runs"],
      rows: rows.map(row => [binName(row, outcome.discrete), fixed(row[2], 2) + " %"]),
    },
  };
};

/** The time axis of weekly charts. */
function dates(arm, room) {
  return {
    type: "time", min: weekEnd(arm, -1), max: weekEnd(arm, arm.weeks - 1), splitNumber: room.narrow ? 3 : 6,
    axisLabel: {hideOverlap: true, formatter: {year: "{yyyy}", month: "{MMM} {yyyy}", day: "{d} {MMM}"}},
  };
}

function nearestWeek(arm, time) {
  return Math.max(0, Math.min(arm.weeks - 1, Math.round((time - weekEnd(arm, 0)) / WEEK)));
}

/** An invisible curve for the pointer to follow; its tooltip says what the bands are at that week. */
function pointer(arm, y) {
  return {type: "line", data: y.map((v, i) => [weekEnd(arm, i), v]), showSymbol: false, lineStyle: {opacity: 0},
    itemStyle: {opacity: 0}, z: 5, name: "pointer"};
}

function fan(kind, hue) {
  return (arm, room) => {
    const data = arm[kind];
    const x = data.p50.map((v, i) => weekEnd(arm, i));
    const strong = colour(hue);
    const levels = kind === "tension"
      ? [[arm.crisis_on, `crisis begins (${figure(arm.crisis_on)})`], [arm.crisis_off, `crisis ends (${figure(arm.crisis_off)})`]]
      : [];
    const singles = data.samples.map((run, i) =>
      line(i === 0 ? "single runs" : "", x, run, faint(colour("ink").length === 7 ? colour("ink") : "#888888", 0.4),
        {lineStyle: {width: 0.8}, z: 2}));
    const all = data.p5.concat(data.p95, ...data.samples);
    const low = Math.floor((Math.min(...all) - 2) / 10) * 10;
    const high = Math.min(100, Math.ceil((Math.max(...all, ...levels.map(l => l[0])) + 2) / 10) * 10);
    const median = line("median", x, data.p50, strong, {lineStyle: {width: 2.5}, z: 4});
    median.markLine = {symbol: "none", silent: true, data: levels.map(([at, text]) => ({yAxis: at,
      lineStyle: {color: colour("ink"), type: "dashed", width: 1},
      label: {formatter: text, position: "insideStartTop", color: colour("ink"), fontSize: 11}}))};
    const legend = ["median", "50 % of runs", "90 % of runs"].concat(singles.length ? ["single runs"] : []);
    return {
      option: {
        grid: {top: 40, bottom: 30},
        legend: {data: legend},
        xAxis: dates(arm, room),
        yAxis: {type: "value", name: kind + ", index points", min: Math.max(0, low), max: high},
        tooltip: {trigger: "axis", formatter: points => {
          const week = nearestWeek(arm, points[0].axisValue);
          const at = level => fixed(data[level][week], 1);
          return tip(`Week ${week}, ending ${day(weekEnd(arm, week))}`, [["median", at("p50")],
            ["50 % of runs", `${at("p25")} to ${at("p75")}`], ["90 % of runs", `${at("p5")} to ${at("p95")}`]]);
        }},
        series: [band("90 % of runs", x, data.p5, data.p95, faint(strong, 0.18)),
          band("50 % of runs", x, data.p25, data.p75, faint(strong, 0.32)), ...singles, median, pointer(arm, data.p50)],
      },
      table: weeklyTable(arm, `${kind}, index points, at the end of weeks`, ["5 %", "25 %", "median", "75 %", "95 %"],
        week => ["p5", "p25", "p50", "p75", "p95"].map(level => fixed(data[level][week], 1))),
    };
  };
}

/** Every fourth week and the last: what a reader of a table can use. */
function weeklyTable(arm, caption, head, values) {
  const weeks = [];
  for (let week = 0; week < arm.weeks; week++) {
    if (week % 4 === 0 || week === arm.weeks - 1) weeks.push(week);
  }
  return {caption: `${caption} (every fourth week)`, head: ["Week", "Ending", ...head],
    rows: weeks.map(week => [String(week), day(weekEnd(arm, week)), ...values(week)])};
}

charts.stability = fan("stability", "blue");
charts.tension = fan("tension", "vermillion");

charts.stages = (arm, room) => {
  const x = arm.stages.none.map((v, i) => weekEnd(arm, i));
  let below = x.map(() => 0);
  const parts = STAGES.map(([key, name, hue]) => {
    const above = below.map((v, i) => v + 100 * arm.stages[key][i]);
    const part = band(name, x, below, above, faint(colour(hue), 0.82));
    below = above;
    return part;
  });
  return {
    option: {
      grid: {top: 40, bottom: 30},
      legend: {data: STAGES.map(stage => stage[1])},
      xAxis: dates(arm, room),
      yAxis: {type: "value", name: "runs, %", min: 0, max: 100, splitLine: {show: false}},
      tooltip: {trigger: "axis", formatter: points => {
        const week = nearestWeek(arm, points[0].axisValue);
        return tip(`Week ${week}, ending ${day(weekEnd(arm, week))}`,
          STAGES.map(([key, name]) => [name, percent(arm.stages[key][week])]).reverse());
      }},
      series: [...parts, pointer(arm, x.map(() => 50))],
    },
    table: weeklyTable(arm, "Share of runs by stage of the deal", STAGES.map(stage => stage[1]),
      week => STAGES.map(([key]) => percent(arm.stages[key][week]))),
  };
};

/** A survival curve with its band from week 0 to the horizon, in percent. */
function survivalCurve(arm) {
  const km = arm.first_crisis;
  const end = values => (values.length ? values[values.length - 1] : 1);
  const held = values => values.map(v => (v === null ? 0 : v));
  const extended = values => [1, ...held(values), end(held(values))].map(v => 100 * v);
  const time = [0, ...km.time, arm.weeks];
  return {
    curve: steps(time, extended(km.survival)), lower: steps(time, extended(km.lower)),
    upper: steps(time, extended(km.upper)), last: end(km.survival),
    at: (week, values) => {
      let found = 1;
      km.time.forEach((t, i) => { if (t <= week) found = held(values)[i]; });
      return found;
    },
  };
}

function survivalFloor(arms) {
  const least = Math.min(...arms.map(arm => Math.min(survivalCurve(arm).last, 1)));
  return least > 0.5 ? Math.max(0, Math.floor((100 * least - 4) / 10) * 10) : 0;
}

charts.survival = (arm, room) => {
  const s = survivalCurve(arm);
  const km = arm.first_crisis;
  const floor = survivalFloor([arm]);
  const hue = colour("blue");
  const weeks = Array.from({length: Math.floor(arm.weeks / 13) + 1}, (v, i) => i * 13);
  return {
    option: {
      legend: {data: ["without a crisis", "95 % band"]},
      xAxis: {type: "value", name: "weeks since the start", min: 0, max: arm.weeks, interval: room.narrow ? 52 : 26},
      yAxis: {type: "value", name: "runs without a crisis, %", min: floor, max: 100},
      tooltip: {trigger: "axis", formatter: points => {
        const week = points[0].axisValue;
        return tip(`Week ${Math.round(week)}`, [["without a crisis", percent(s.at(week, km.survival))],
          ["95 % band", `${percent(s.at(week, km.lower))} to ${percent(s.at(week, km.upper))}`]]);
      }},
      series: [band("95 % band", s.lower[0], s.lower[1], s.upper[1], faint(hue, 0.25)),
        line("without a crisis", s.curve[0], s.curve[1], hue, {markPoint: {symbol: "none", silent: true, data: [{
          coord: [arm.weeks, 100 * s.last], label: {show: true, formatter: percent(s.last), position: "insideBottomRight",
            color: colour("ink"), fontSize: 12, align: "right", offset: [-2, -8]}}]}})],
    },
    table: {
      caption: "Share of runs still without a crisis" + (floor > 0 ? `; the chart's axis begins at ${floor} %` : ""),
      head: ["Week", "Without a crisis", "Band from", "to"],
      rows: weeks.map(week => [String(week), percent(s.at(week, km.survival)), percent(s.at(week, km.lower)),
        percent(s.at(week, km.upper))]),
    },
  };
};

const ACTS = [["appeals", "blue"], ["concerns", "blue"], ["warnings", "blue"], ["warnings_without_deal", "blue"],
  ["referrals", "blue"], ["packages", "blue"], ["drafts_adopted", "vermillion"],
  ["drafts_short", "vermillion"], ["vetoes", "vermillion"], ["statements", "vermillion"]];

charts.acts = (arm, room) => {
  const present = ACTS.filter(([key]) => arm.outcomes[key]);
  const names = present.map(([key]) => OUTCOME.get(key).label);
  const group = (hue, name) => {
    const rows = present.map(([key, own], i) => [key, own, i]).filter(row => row[1] === hue);
    const strong = colour(hue);
    return [
      {type: "scatter", name, z: 4, symbolSize: 10, itemStyle: {color: strong, opacity: 1}, color: strong,
        data: rows.map(([key, , i]) => [arm.outcomes[key].mean, i]),
        label: {show: true, position: "top", distance: 3, formatter: p => brief(p.value[0]), color: colour("ink"), fontSize: 11}},
      segments(name, rows.map(([key, , i]) => [i, arm.outcomes[key].p5, arm.outcomes[key].p95]), faint(strong, 0.35), 8),
    ];
  };
  const warners = arm.warners || "Warners";
  return {
    option: {
      grid: {left: room.narrow ? 142 : 190, top: 36},
      legend: {data: [{name: warners, icon: "circle"}, {name: "Security Council", icon: "circle"}]},
      xAxis: {type: "value", name: "acts a run", min: 0, splitLine: {show: true}},
      yAxis: {type: "category", data: names, inverse: true, splitLine: {show: false},
        axisLabel: {color: colour("ink"), interval: 0, hideOverlap: false, width: room.narrow ? 132 : 178, overflow: "break"}},
      tooltip: {trigger: "item", formatter: p => {
        const key = present[p.seriesType === "scatter" ? p.value[1] : p.value[0]][0];
        const o = arm.outcomes[key];
        return tip(OUTCOME.get(key).label, [["mean", figure(o.mean)], ["nine runs in ten", `${figure(o.p5)} to ${figure(o.p95)}`]]);
      }},
      series: [...group("blue", warners), ...group("vermillion", "Security Council")],
    },
    table: {
      caption: "Acts a run", head: ["Act", "Mean", "5 %", "95 %"],
      rows: present.map(([key], i) => [names[i], figure(arm.outcomes[key].mean), figure(arm.outcomes[key].p5),
        figure(arm.outcomes[key].p95)]),
    },
  };
};
