// Marks that the chart library lacks, as its custom series.

/** A band between two curves over the same places; steps make it follow a step function. */
function band(name, x, lower, upper, fill, more = {}) {
  return {
    type: "custom", name, silent: true, itemStyle: {color: fill}, color: fill, clip: true, tooltip: {show: false}, z: 1, ...more,
    // The corners tell the axes how far the band goes; it is drawn once.
    data: [[x[0], Math.min(...lower)], [x[x.length - 1], Math.max(...upper)]],
    renderItem: (params, api) => {
      if (params.dataIndex > 0) return {type: "group"};
      const above = x.map((at, i) => api.coord([at, upper[i]]));
      const below = x.map((at, i) => api.coord([at, lower[i]])).reverse();
      return {type: "polygon", shape: {points: above.concat(below)}, style: {fill}};
    },
  };
}

/** The corners of a step function that keeps its value until the next place. */
function steps(x, y) {
  const places = [x[0]];
  const values = [y[0]];
  for (let i = 1; i < x.length; i++) {
    places.push(x[i], x[i]);
    values.push(y[i - 1], y[i]);
  }
  return [places, values];
}

function line(name, x, y, stroke, more = {}) {
  return {
    type: "line", name, data: x.map((at, i) => [at, y[i]]), showSymbol: false, silent: true, z: 3,
    lineStyle: {color: stroke, width: 2, ...more.lineStyle}, itemStyle: {color: stroke}, color: stroke,
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "lineStyle")),
  };
}

/** Bars over intervals [from, to, height]. */
function bars(name, rows, fill) {
  return {
    type: "custom", name, data: rows, itemStyle: {color: fill}, color: fill, encode: {x: [0, 1], y: 2}, z: 1, clip: true,
    renderItem: (params, api) => {
      const top = api.coord([api.value(0), api.value(2)]);
      const bottom = api.coord([api.value(1), 0]);
      const gap = bottom[0] - top[0] > 6 ? 1 : 0;
      return {type: "rect", style: {fill},
        shape: {x: top[0], y: top[1], width: Math.max(0.5, bottom[0] - top[0] - gap), height: bottom[1] - top[1]}};
    },
  };
}

/** Horizontal bars [row, from, to], such as intervals. */
function segments(name, rows, stroke, thickness) {
  return {
    type: "custom", name, data: rows, itemStyle: {color: stroke}, color: stroke, encode: {x: [1, 2], y: 0}, z: 2, clip: true,
    renderItem: (params, api) => {
      const from = api.coord([api.value(1), api.value(0)]);
      const to = api.coord([api.value(2), api.value(0)]);
      const fill = rows[params.dataIndex][3] || stroke;
      return {type: "rect", style: {fill}, shape: {x: from[0], y: from[1] - thickness / 2,
        width: Math.max(1.5, to[0] - from[0]), height: thickness, r: thickness / 2}};
    },
  };
}
