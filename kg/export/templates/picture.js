"use strict";
/* The picture: vis-network draws the nodes and edges of a scene, labels.js their labels. `clicked` is called with what the reader picks. */

const LEAST = 5; // radius of a node on the screen, however far away
const VIS_SHAPES = {
  person: "dot",
  organization: "square",
  place: "triangle",
  group: "hexagon",
  object: "triangleDown",
  other: "star",
  happening: "diamond",
  cluster: "dot",
};
const FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

class Picture {
  constructor(state, clicked) {
    Object.assign(this, {
      state,
      data: state.data,
      nodes: new vis.DataSet(),
      edges: new vis.DataSet(),
      scene: { nodes: [], edges: [] },
      hovered: null,
      painted: 1,
    });
    this.network = new vis.Network(
      at("network"),
      { nodes: this.nodes, edges: this.edges },
      {
        physics: false,
        layout: { improvedLayout: false },
        interaction: { hover: true, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false } },
        nodes: { chosen: false },
        edges: { arrows: { to: { scaleFactor: 0.55 } }, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
      },
    );
    this.surface = at("network").querySelector(".vis-network");
    this.surface.tabIndex = 0;
    this.surface.setAttribute("role", "img");
    this.surface.setAttribute(
      "aria-label",
      "Picture of names and happenings. The tab Table tells the same in words; arrow keys move the picture, plus and minus zoom.",
    );
    this.listen(clicked);
  }

  listen(clicked) {
    const { network } = this;
    network.on("click", ({ nodes: [node], edges: [edge] }) => {
      const found = this.scene.nodes.find(({ id }) => id === node);
      if (found) return clicked(found.cluster === undefined ? { item: found.item } : { cluster: found.cluster });
      const link = this.scene.edges.find(({ id }) => this.visId(id) === edge);
      return clicked(link ? { items: link.items } : null);
    });
    for (const [event, key] of [
      ["hoverNode", "node"],
      ["hoverEdge", "edge"],
    ])
      network.on(event, (what) => this.hover(what[key]));
    for (const event of ["blurNode", "blurEdge"]) network.on(event, () => this.hover(null));
    network.on("afterDrawing", (context) => this.labels(context));
    at("nearer").onclick = () => this.zoom(1.4);
    at("farther").onclick = () => this.zoom(1 / 1.4);
    at("whole").onclick = () => this.fit();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  hover(id) {
    this.hovered = id;
    this.surface.style.cursor = id === null ? "" : "pointer";
    this.network.redraw();
  }

  /** vis-network wants ids that nodes and edges do not share. */
  visId(edge) {
    return `e${edge}`;
  }

  /** Draw a scene; it is brought into view where it is another part of the graph than before. */
  show(scene) {
    const standing = scene.nodes.map(({ id, x, y }) => `${id} ${Math.round(x)} ${Math.round(y)}`).join();
    const moved = standing !== this.standing;
    this.standing = standing;
    this.network.setSize("100%", "100%"); // the bars around it may just have come or gone
    this.changing = true; // vis-network draws at each step, when nodes of either scene may be missing
    const [nodes, edges] = [new Set(scene.nodes.map(({ id }) => id)), new Set(scene.edges.map(({ id }) => this.visId(id)))];
    this.edges.remove(this.edges.getIds().filter((id) => !edges.has(id)));
    this.nodes.remove(this.nodes.getIds().filter((id) => !nodes.has(id)));
    this.scene = scene;
    at("nothing").hidden = scene.nodes.length > 0;
    this.paint(true);
    this.changing = false;
    if (!moved) {
      this.network.redraw();
      return;
    }
    this.fit(scene.nodes, 1.4, false);
    this.resize();
  }

  colours() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  }

  /** Ids of nodes and edges that the panel is about, or null where all are equal. */
  get lit() {
    const { pick } = this.state;
    if (!pick || pick.cluster !== undefined) return null;
    const items = pick.items ?? (pick.item !== undefined ? [pick.item] : [this.data.disagreements[pick.disagreement].item.place]);
    const about = new Set(items);
    for (const item of items) if (item < this.data.things) for (const one of this.data.involved(item)) about.add(one);
    const found = new Set();
    for (const { id, from, to, items: told } of this.scene.edges) {
      const mine = told.some((item) => about.has(item)) || items.some((item) => [from, to].includes(this.data.nodeOf.get(item)?.id));
      if (mine) found.add(this.visId(id)).add(from).add(to);
    }
    for (const { id, item } of this.scene.nodes) if (items.includes(item)) found.add(id);
    return found.size ? found : null;
  }

  picked(item) {
    const { pick, view } = this.state;
    return item !== undefined && (pick?.item === item || pick?.items?.includes(item) || view.item === item || view.to === item);
  }

  radius({ kind, weight }) {
    return kind === "happening" ? 8 : kind === "cluster" ? 10 + 26 * weight : (7 + 15 * weight) * (kind === "other" ? 1.4 : 1);
  }

  /** The radius that a node needs at this zoom, so that it can be seen and hit however far away. */
  size(node) {
    return Math.max(this.radius(node), (LEAST / this.painted) * (node.kind === "other" ? 1.4 : 1));
  }

  /** Sizes anew after zooming, where they change. */
  resize() {
    this.painted = this.network.getScale();
    const changed = this.scene.nodes.filter((node) => Math.abs(this.nodes.get(node.id).size - this.size(node)) > 0.5);
    if (changed.length) this.nodes.update(changed.map((node) => ({ id: node.id, size: this.size(node) })));
  }

  /** Colours and sizes anew; with `placed` positions too. */
  paint(placed = false) {
    const colour = this.colours();
    const bright = this.lit;
    this.painted = this.network.getScale();
    this.nodes.update(
      this.scene.nodes.map((node) => {
        const { id, item, kind, status, x, y } = node;
        const background = colour(kind === "cluster" ? "line" : kind === "happening" && status === "disputed" ? "disputed" : kind);
        const mine = this.picked(item);
        const pair = { background, border: colour(mine ? "ink" : kind === "cluster" ? "muted" : "page") };
        return {
          id,
          shape: VIS_SHAPES[kind],
          size: this.size(node),
          borderWidth: mine ? 4 : 1.5,
          opacity: !bright || bright.has(id) ? 1 : 0.15,
          color: { ...pair, highlight: pair, hover: pair },
          ...(placed ? { x, y } : {}),
        };
      }),
    );
    this.edges.update(
      this.scene.edges.map(({ id, from, to, line, width, bend, bundle }) => {
        const key = this.visId(id);
        const opacity = !bright || bright.has(key) ? 1 : 0.12;
        const smooth = bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false };
        const tone = colour(line);
        return {
          id: key,
          from,
          to,
          width,
          dashes: LINES[line].dashes,
          smooth,
          color: { color: tone, hover: tone, highlight: tone, opacity },
          arrows: { to: { enabled: !bundle, scaleFactor: 0.9 / Math.sqrt(Math.max(1, width)) } },
        };
      }),
    );
    this.network.redraw();
  }

  /** Points along an edge on the screen, some ten pixels apart. vis-network tells them only through its own edge objects. */
  pathOf(key) {
    const shape = this.network.body.edges[key]?.edgeType;
    if (!shape?.from || !shape.to) return null;
    const via = shape.getViaNode();
    const far = Math.hypot(shape.from.x - shape.to.x, shape.from.y - shape.to.y) * this.network.getScale();
    const steps = Math.min(60, Math.max(8, Math.round(far / 10)));
    return Array.from({ length: steps + 1 }, (_, step) => this.network.canvasToDOM(shape.getPoint(step / steps, via))).map(({ x, y }) => [x, y]);
  }

  /** What labels.js is to draw on a screen of the given width. */
  words(width) {
    const { network, state } = this;
    const scale = network.getScale();
    const colour = this.colours();
    const bright = this.lit;
    const cut = (words) => (width < 500 ? clipped(words, 18) : words);
    const font = (style, size) => `${style} ${width < 500 ? size - 1 : size}px ${FONT}`;
    const first = ({ id, item }) => (id === this.hovered || this.picked(item) || state.pinned.has(item) ? 0 : bright?.has(id) ? 1 : 2);
    const drawn = this.scene.nodes.filter(({ id }) => !bright || bright.has(id) || id === this.hovered);
    const told = ({ kind, origins, status }) => kind === "happening" && (origins > 2 || status === "disputed");
    const rank = (node) => (told(node) ? 0.5 + node.weight / 2 : node.weight);
    const nodes = drawn
      .toSorted((a, b) => first(a) - first(b) || rank(b) - rank(a))
      .map((node) => {
        const { x, y } = network.canvasToDOM(network.getPosition(node.id));
        const large = node.kind !== "happening" && this.radius(node) >= (node.kind === "other" ? 21 : 15);
        const strong = node.kind === "cluster" || large || told(node);
        return {
          id: node.id,
          label: cut(node.label),
          x,
          y,
          radius: Math.max(this.radius(node) * scale, LEAST),
          strong,
          must: first(node) === 0,
          colour: colour("ink"),
          font: node.kind === "happening" ? font("italic", 12) : strong ? font("600", 13.5) : font("400", 12.5),
        };
      });
    const edges = this.scene.edges.flatMap(({ id, label, items, line, bundle }) => {
      const key = this.visId(id);
      const path = !bright || bright.has(key) ? this.pathOf(key) : null;
      if (!path) return [];
      const length = Math.hypot(path[0][0] - path.at(-1)[0], path[0][1] - path.at(-1)[1]);
      return [
        {
          id: key,
          label: label && items.length > 1 && !bundle ? `${label} (${items.length})` : label,
          path,
          length,
          spots: [0.5, 0.38, 0.62].map((part) => path[Math.round(part * (path.length - 1))]),
          font: font("400", 11.5),
          colour: colour(line === "disputed" ? line : "muted"),
          must: key === this.hovered,
        },
      ];
    });
    return { nodes, edges };
  }

  labels(context) {
    if (this.changing) return;
    if (Math.abs(Math.log(this.network.getScale() / this.painted)) > 0.15) requestAnimationFrame(() => this.resize());
    const ratio = context.canvas.width / context.canvas.clientWidth;
    const { clientWidth: width, clientHeight: height } = context.canvas;
    const { nodes, edges } = this.words(width);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const labels = new Labels(context, { width, height, background: this.colours()("page") });
    labels.draw(nodes, edges);
    context.restore();
    this.written = labels.written;
  }

  /** Bring nodes into view, with room for their labels at the rim. */
  fit(nodes = this.scene.nodes, largest = 1.4, move = this.animated) {
    if (!nodes.length) return;
    const spots = nodes.map(({ id, x, y }) => (this.nodes.get(id) ? this.network.getPosition(id) : { x, y })); // somebody may have moved them
    const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth, clientHeight } = at("network");
    const scale = Math.min(largest, (clientWidth - Math.min(190, clientWidth / 3)) / (right - left || 1), (clientHeight - 90) / (bottom - top || 1));
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02), animation: move });
  }

  /** Bring what the panel is about into view. */
  follow() {
    const bright = this.lit;
    if (bright)
      this.fit(
        this.scene.nodes.filter(({ id }) => bright.has(id)),
        1.1,
      );
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: this.animated });
  }

  get animated() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 };
  }
}
