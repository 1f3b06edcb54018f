"use strict";
/*
 * Labels of the picture. vis-network draws every label, also over one another; here each label is drawn at a readable size on the screen,
 * and only where it finds room: what matters most comes first, and zooming in makes room for more.
 */

/** A grid over the screen, so that asking what lies in a box is quick. */
class Grid {
  constructor() {
    this.cells = new Map();
  }

  *keys(box) {
    for (let x = Math.floor(box.left / 64); x <= Math.floor(box.right / 64); x++) {
      for (let y = Math.floor(box.top / 64); y <= Math.floor(box.bottom / 64); y++) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, new Set());
      this.cells.get(key).add(box);
    }
  }

  /** How many boxes other than the owner's overlap this one. */
  count(box, owner) {
    const found = new Set();
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.owner !== owner && overlap(box, other)) found.add(other);
      }
    }
    return found.size;
  }
}

/** A box of the given size around a point. */
const boxAt = (x, y, width, height, owner) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2, owner });

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label of width w and height h may stand beside a node of radius r: below, above, right, left, then the corners. */
const BESIDE = [
  (r, w, h) => [0, r + h / 2 + 1],
  (r, w, h) => [0, -r - h / 2 - 1],
  (r, w) => [r + w / 2 + 3, 0],
  (r, w) => [-r - w / 2 - 3, 0],
  ...[[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([x, y]) => (r, w, h) => [x * (0.7 * r + w / 2), y * (0.7 * r + h / 2)]),
];
const HIGH = 15; // pixels of a line
const SHORT = 14; // characters that stay in one line
const NODE = 100; // what covering a node costs, in points of edges

/** The two lines of a label, parted at the space nearest to its middle. */
function halves(label) {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  if (label.length <= SHORT || !spaces.length) return [label];
  const middle = label.length / 2;
  const at = spaces.reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best));
  return [label.slice(0, at), label.slice(at + 1)];
}

/** Draws labels on a canvas of the given size in pixels; whatever comes first has the first choice of places. */
class Labels {
  constructor(context, { width, height, background }) {
    Object.assign(this, { context, width, height, labels: new Grid(), nodes: new Grid(), points: new Grid(), written: [] });
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: background });
  }

  /**
   * nodes: {id, label, x, y, radius, font, colour, strong, must}; edges: {id, label, path: [[x, y], …], spots: places for the label, length,
   * font, colour, must}; all in pixels. A strong label may cover a node, but never another label; one that must be shown is drawn anyway.
   */
  draw(nodes, edges) {
    for (const { id, x, y, radius } of nodes) this.nodes.add(boxAt(x, y, radius * 2, radius * 2, id));
    for (const { path } of edges) for (const [x, y] of path) this.points.add(boxAt(x, y, 1, 1, null));
    for (const node of nodes) if (node.x >= 0 && node.x <= this.width && node.y >= 0 && node.y <= this.height) this.node(node);
    for (const edge of edges) if (edge.label) this.edge(edge);
  }

  /** In one line where it hides no other node so, else in two. */
  node(node) {
    const one = this.place(node, [node.label]);
    const two = one.cost < NODE ? one : this.place(node, halves(node.label));
    const best = two.cost < one.cost ? two : one;
    if (best.cost < (node.strong ? Infinity : NODE) || node.must) this.write(node, best.box, best.lines);
  }

  /** The best place for a label of these lines, and what it costs. */
  place(node, lines) {
    const [long, high] = [this.measure(node, lines), HIGH * lines.length];
    const inside = (x) => Math.min(Math.max(x, long / 2 + 2), this.width - long / 2 - 2);
    const boxes = BESIDE.map((beside) => {
      const [x, y] = beside(node.radius, long, high);
      return boxAt(x ? node.x + x : inside(node.x), node.y + y, long, high, node.id);
    });
    const costs = boxes.map((box) => this.cost(box, node));
    const best = costs.indexOf(Math.min(...costs));
    return { lines, box: boxes[best], cost: costs[best] };
  }

  /** Points of edges and nodes that the label would hide; infinite where it would hide another label or leave the screen. */
  cost(box, node) {
    if (this.labels.count(box, null) || box.left < 0 || box.right > this.width) return Infinity;
    return this.points.count(box, undefined) + NODE * this.nodes.count(box, node.id);
  }

  edge(edge) {
    const long = this.measure(edge);
    if (!edge.must && long * 0.9 > edge.length) return;
    const boxes = edge.spots.map(([x, y]) => boxAt(x, y, long, HIGH - 1, edge.id));
    const box = boxes.find((one) => !this.labels.count(one, null) && !this.nodes.count(one, null)) ?? (edge.must ? boxes[0] : null);
    if (box) this.write(edge, box);
  }

  measure({ font, label }, lines = [label]) {
    this.context.font = font;
    return Math.max(...lines.map((line) => this.context.measureText(line).width)) + 4;
  }

  write({ label, colour, font }, box, lines = [label]) {
    this.labels.add(box);
    Object.assign(this.context, { font, fillStyle: colour });
    const x = (box.left + box.right) / 2;
    lines.forEach((line, nth) => {
      const y = box.top + ((box.bottom - box.top) * (nth + 0.5)) / lines.length;
      this.written.push({ label: line, colour, font, x, y });
      this.context.strokeText(line, x, y);
      this.context.fillText(line, x, y);
    });
  }
}
