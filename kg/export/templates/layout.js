"use strict";
/*
 * Where nodes stand that the build did not place: a part of the graph that the reader asked for, some hundred nodes at most. No chance is
 * involved, so that the same part stands the same way each time.
 */

const EDGE = 130; // length of an edge, in pixels at zoom 1
const WIDER = 1.1;
const ROW = 42; // height of a node with its label

/**
 * Positions of nodes 0…n-1. `widths` are those of their labels, `edges` pairs of nodes, `fixed` maps nodes to [x, y] that they keep.
 * Returns [[x, y], …]. Stress is lowered pair by pair (Zheng, Pawar and Goodman 2018), then labels that overlap are pushed apart.
 */
function arrange(widths, edges, fixed = new Map()) {
  const total = widths.length;
  const near = Array.from({ length: total }, () => []);
  for (const [a, b] of edges)
    if (a !== b) {
      near[a].push(b);
      near[b].push(a);
    }
  const spots = start(total, near, fixed);
  const parts = partsOf(near);
  for (const part of parts) settle(part, near, spots);
  const free = parts.filter((part) => !part.some((node) => fixed.has(node)));
  for (const part of free) level(part, spots);
  packed(free, spots, fixed.size ? Math.max(0, ...[...fixed.values()].map(([, y]) => y + 90)) : 0);
  apart(spots, widths);
  return Array.from(spots.x, (x, node) => [x, spots.y[node]]);
}

/**
 * {x, y, still} by node: fixed nodes where they are, each other one near a neighbour that has a place, on a spiral that never meets itself.
 * Flat arrays of numbers, for the loops over all pairs are what a reader waits for.
 */
function start(total, near, fixed) {
  const [x, y, still, placed] = [new Float64Array(total), new Float64Array(total), new Uint8Array(total), new Uint8Array(total)];
  for (const [node, spot] of fixed) {
    [x[node], y[node]] = spot;
    still[node] = placed[node] = 1;
  }
  for (let node = 0; node < total; node++) {
    if (placed[node]) continue;
    const beside = near[node].find((other) => placed[other]);
    const turn = node * 2.39996;
    const radius = 0.5 * EDGE * Math.sqrt(1 + node / 4);
    x[node] = (x[beside] ?? 0) + radius * Math.cos(turn);
    y[node] = (y[beside] ?? 0) + radius * Math.sin(turn);
    placed[node] = 1;
  }
  return { x, y, still };
}

/** Connected parts, the largest first. */
function partsOf(near) {
  const seen = new Set();
  const parts = [];
  for (let node = 0; node < near.length; node++) {
    if (seen.has(node)) continue;
    const part = [node];
    seen.add(node);
    for (let at = 0; at < part.length; at++) {
      for (const other of near[part[at]])
        if (!seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** Move the nodes of one part until they are as far from one another as edges lie between them. */
function settle(part, near, { x, y, still }) {
  const [one, other, wanted] = pairsOf(part, near, still);
  const order = shuffled(one.length);
  const longest = wanted.subarray(0, 1000).reduce((most, far) => Math.max(most, far), EDGE);
  const rounds = part.length > 150 ? 20 : 40;
  for (let round = 0; round < rounds; round++) {
    const step = longest ** 2 * Math.exp((-Math.log((longest / EDGE) ** 2 / 0.05) * round) / (rounds - 1));
    for (let at = 0; at < order.length; at++) {
      const nth = order[at];
      const a = one[nth];
      const b = other[nth];
      const far = wanted[nth];
      const dx = x[a] - x[b];
      const dy = y[a] - y[b];
      const length = Math.sqrt(dx * dx + dy * dy) || 1;
      const share = still[a] || still[b] ? 1 : 0.5;
      const move = (Math.min(1, step / (far * far)) * share * (length - far)) / length;
      if (!still[a]) {
        x[a] -= move * dx;
        y[a] -= move * dy;
      }
      if (!still[b]) {
        x[b] += move * dx;
        y[b] += move * dy;
      }
    }
  }
}

/** All pairs of a part's nodes of which one may move, and how far apart they are wanted: [one, other, distance]. */
function pairsOf(part, near, still) {
  const room = (part.length * (part.length - 1)) / 2;
  const [one, other, wanted] = [new Int32Array(room), new Int32Array(room), new Float64Array(room)];
  let found = 0;
  for (const from of part) {
    const hops = new Map([[from, 0]]);
    const queue = [from];
    for (const node of queue)
      for (const next of near[node])
        if (!hops.has(next)) {
          hops.set(next, hops.get(node) + 1);
          queue.push(next);
        }
    for (const [to, steps] of hops) {
      if (from >= to || (still[from] && still[to])) continue;
      [one[found], other[found], wanted[found]] = [from, to, steps * EDGE];
      found++;
    }
  }
  return [one.subarray(0, found), other.subarray(0, found), wanted.subarray(0, found)];
}

/** 0…n-1 in an order without pattern, the same each time. */
function shuffled(total) {
  const order = new Int32Array(total).map((_, nth) => nth);
  let seed = 1;
  for (let nth = total - 1; nth > 0; nth--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const other = seed % (nth + 1);
    const kept = order[nth];
    order[nth] = order[other];
    order[other] = kept;
  }
  return order;
}

/** Turn a part so that its longer side is level, and widen it: labels are wide. */
function level(part, { x, y }) {
  const mean = (of) => part.reduce((sum, node) => sum + of[node], 0) / part.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const node of part) {
    const [dx, dy] = [x[node] - middleX, y[node] - middleY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const node of part) {
    const [dx, dy] = [x[node] - middleX, y[node] - middleY];
    x[node] = WIDER * (dx * cos + dy * sin);
    y[node] = dy * cos - dx * sin;
  }
}

/** Set the parts in rows beside and below one another, from `top` on. */
function packed(parts, spots, top) {
  const boxes = parts.map((part) => {
    const xs = part.map((node) => spots.x[node]);
    const ys = part.map((node) => spots.y[node]);
    const [left, upper] = [Math.min(...xs), Math.min(...ys)];
    return { part, left, upper, width: Math.max(...xs) - left + 150, height: Math.max(...ys) - upper + 90 };
  });
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const limit = Math.max(Math.sqrt(area * 1.5), boxes[0]?.width ?? 0);
  let [x, y, high] = [0, top, 0];
  for (const { part, left, upper, width, height } of boxes) {
    if (x > 0 && x + width > limit) [x, y, high] = [0, y + high, 0];
    for (const node of part) {
      spots.x[node] += x - left;
      spots.y[node] += y - upper;
    }
    x += width;
    high = Math.max(high, height);
  }
}

/** Push boxes that overlap apart along the nearer way out, a little at a time. */
function apart({ x, y, still }, widths) {
  for (let round = 0; round < 60; round++) {
    let clashes = 0;
    for (let a = 0; a < x.length; a++) {
      for (let b = a + 1; b < x.length; b++) {
        const dy = y[a] - y[b];
        const overY = ROW - Math.abs(dy);
        if (overY <= 0) continue;
        const dx = x[a] - x[b];
        const overX = (widths[a] + widths[b]) / 2 + 8 - Math.abs(dx);
        if (overX <= 0 || (still[a] && still[b])) continue;
        clashes++;
        const axis = overX < overY ? x : y;
        const way = (axis[a] < axis[b] ? -1 : 1) * Math.min(overX, overY) * 0.35;
        if (!still[a]) axis[a] += way;
        if (!still[b]) axis[b] -= way;
      }
    }
    if (!clashes) break;
  }
}

/**
 * Communities of an undirected graph: for each node 0…n-1 the number of its own, the largest 0 (Blondel et al. 2008, without chance).
 * `edges` are [a, b, weight].
 */
function communities(total, edges) {
  let member = Array.from({ length: total }, (_, node) => node);
  let [level, count] = [edges, total];
  for (let pass = 0; pass < 6; pass++) {
    const joined = moved(count, level);
    const names = new Map();
    for (const one of joined) if (!names.has(one)) names.set(one, names.size);
    if (names.size === count) break;
    member = member.map((one) => names.get(joined[one]));
    const sums = new Map();
    for (const [a, b, weight] of level) {
      const [from, to] = [names.get(joined[a]), names.get(joined[b])];
      const key = Math.min(from, to) * names.size + Math.max(from, to);
      sums.set(key, (sums.get(key) ?? 0) + weight);
    }
    level = [...sums].map(([key, weight]) => [Math.floor(key / names.size), key % names.size, weight]);
    count = names.size;
  }
  const sizes = new Map();
  for (const one of member) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const rank = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([one], nth) => [one, nth]));
  return member.map((one) => rank.get(one));
}

/** One pass: each node joins the neighbouring community that gains the most modularity, until none moves. */
function moved(total, edges) {
  const near = Array.from({ length: total }, () => []);
  const degree = new Float64Array(total);
  let all = 0;
  for (const [a, b, weight] of edges) {
    degree[a] += weight;
    degree[b] += weight;
    all += 2 * weight;
    if (a !== b) {
      near[a].push([b, weight]);
      near[b].push([a, weight]);
    }
  }
  const mine = Array.from({ length: total }, (_, node) => node);
  const sums = Float64Array.from(degree);
  for (let round = 0, moves = 1; moves && round < 20; round++) {
    moves = 0;
    for (let node = 0; node < total; node++) {
      const ties = new Map([[mine[node], 0]]);
      for (const [other, weight] of near[node]) ties.set(mine[other], (ties.get(mine[other]) ?? 0) + weight);
      sums[mine[node]] -= degree[node];
      let [best, most] = [mine[node], ties.get(mine[node]) - (sums[mine[node]] * degree[node]) / all];
      for (const [one, weight] of ties) {
        const gain = weight - (sums[one] * degree[node]) / all;
        if (gain > most + 1e-9) [best, most] = [one, gain];
      }
      sums[best] += degree[node];
      if (best !== mine[node]) {
        mine[node] = best;
        moves++;
      }
    }
  }
  return mine;
}

/** Steps from a node over the edges that `passes`: a map of node → steps, up to `depth`. */
function reach(data, from, depth, passes) {
  const steps = new Map([[from, 0]]);
  const queue = [from];
  for (const id of queue) {
    if (steps.get(id) >= depth) continue;
    for (const edge of data.nodes[id].links) {
      const other = edge.from === id ? edge.to : edge.from;
      if (!steps.has(other) && passes(edge)) {
        steps.set(other, steps.get(id) + 1);
        queue.push(other);
      }
    }
  }
  return steps;
}

/** All nodes on the shortest paths between two nodes, or nothing where there is none. */
function between(data, from, to, passes) {
  const [near, far] = [reach(data, from, Infinity, passes), reach(data, to, Infinity, passes)];
  const length = near.get(to);
  return length === undefined ? [] : [...near.keys()].filter((id) => far.has(id) && near.get(id) + far.get(id) === length);
}
