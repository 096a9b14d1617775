// Parallel coordinates of findings.

/** The points of a series of parallel coordinates: values by axis, and what its label tells of them in words. */
function parallelPoints(chart, series) {
  const axes = chart.x.names.length;
  return Array.from({length: series.y.length / axes}, (_, p) => {
    const label = series.labels[p * axes];
    const words = new Map(lines(label));
    const values = series.y.slice(p * axes, (p + 1) * axes);
    return {name: nameOf(label), values, told: values.map((value, i) => words.get(chart.x.names[i]) || figure(value))};
  });
}

/** A name in lines of about so many characters. */
function folded(name, most) {
  return name.split(" ").reduce((lines, word) => {
    const last = lines[lines.length - 1];
    return last && last.length + word.length < most ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []).join("\n");
}

/** Whether the label of a tick would stand on that of an end of its axis. */
function crowded(value, [from, to]) {
  const nearest = Math.min(value - from, to - value);
  return nearest > 0 && nearest < (to - from) * 0.08;
}

/** Lines across upright axes; in narrow rooms across level ones. */
function parallelChart(chart, room) {
  const names = chart.x.names;
  const all = chart.series.map(series => [series, parallelPoints(chart, series)]);
  const values = names.map((_, i) => all.flatMap(([, points]) => points.map(point => point.values[i])).filter(Number.isFinite));
  const ends = values.map(of => {
    const least = Math.min(...of);
    return [least, Math.max(...of) > least ? Math.max(...of) : least + 1];
  });
  // Where the values of an axis are no numbers but names, these stand at its ticks.
  const words = names.map((_, i) => new Map(all.flatMap(([, points]) => points.map(point => [point.values[i], point.told[i]]))))
    .map(told => ([...told.values()].some(word => Number.isNaN(parseFloat(word.replace("\u2212", "-")))) ? told : null));
  const side = 76;
  const step = (room.width - 2 * side) / (names.length - 1);
  const heads = names.map(name => (room.narrow ? name : folded(name, Math.max(8, Math.min(step, 2 * side) / 6.6))));
  const rows = Math.max(...heads.map(head => head.split("\n").length));
  // An axis upside down has its head where it starts.
  const head = i => (room.narrow ? {nameLocation: "middle", nameGap: -20}
    : {nameLocation: chart.y.names[i] === "down" ? "start" : "end", nameGap: 12});
  return {
    height: room.narrow ? 110 + 64 * names.length : 400 + 14 * rows,
    option: {
      parallel: room.narrow ? {layout: "vertical", top: 84, bottom: 44, left: 24, right: 34}
        : {top: 52 + 14 * rows, bottom: 24, left: side, right: side},
      parallelAxis: names.map((_, i) => ({dim: i, name: heads[i], inverse: chart.y.names[i] === "down", ...head(i),
        min: ends[i][0], max: ends[i][1],
        nameTextStyle: {color: colour("ink"), fontSize: 12, lineHeight: 14},
        axisLine: {lineStyle: {color: colour("axis")}}, axisTick: {show: false}, minorTick: {show: false},
        axisLabel: {color: colour("muted"), fontSize: 11, formatter: v => words[i] ? words[i].get(v) || "" : crowded(v, ends[i]) ? "" : brief(v)}})),
      legend: chart.series.length > 1 ? {...legend(chart), selectedMode: false} : undefined,
      tooltip: {trigger: "item", formatter: p => {
        const point = all[p.seriesIndex][1][p.dataIndex];
        return tip(`${point.name}: ${p.seriesName}`, names.map((name, i) => [name, point.told[i]]));
      }},
      series: all.map(([series, points]) => {
        const muted = series.hue === "axis";
        // Where lines are many, each is the clearer, so that their density shows.
        const thinned = Math.sqrt(100 / Math.max(100, points.length));
        return {type: "parallel", name: series.name, z: muted ? 2 : 3, color: hueOf(chart, series), itemStyle: {color: hueOf(chart, series)},
          lineStyle: {color: hueOf(chart, series), width: muted ? 1 : 1.8, opacity: (muted ? 0.4 : 0.85) * thinned},
          emphasis: {lineStyle: {width: 3.5, opacity: 1}}, data: points.map(point => point.values)};
      }),
    },
    table: {caption: chart.caption, head: ["Name", "Series", ...names],
      rows: all.flatMap(([series, points]) => points.map(point => [point.name, series.name, ...point.told]))},
  };
}
