"use strict";
/* Which part of the graph the picture shows, and where it stands: nodes, edges, and what had to be left out. */

const MOST = 150; // nodes of a part that the reader asked for
const MOST_BESIDE = 60; // neighbours of one node
const MOST_NARROWED = 90; // nodes that a filter leaves
const MOST_DETAIL = 400;
const MOST_CLUSTERS = 40;
const SPREAD = 1.5; // clusters are larger than nodes
const BESIDE_PICK = 12; // neighbours that a picked node brings along
const LETTER = 6.6; // mean width of a label's character in pixels

/** Pixels: more for each further independent source. */
const thickness = ({ line, origins }) => LINES[line].width + Math.min(4, 0.9 * Math.max(0, origins - 1));

class Scenes {
  constructor(state, sieve) {
    Object.assign(this, { state, sieve, data: state.data, known: new Map() });
  }

  /**
   * {nodes, edges, left}: nodes {id, label, kind, weight, x, y, item or cluster, status},
   * edges {id, from, to, label, line, width, bend, items}; `left` is how many nodes were too many.
   */
  build() {
    const passing = this.data.edges.filter((edge) => this.sieve.edge(edge));
    if (this.state.view.mode === "clusters") return this.finish(this.clusters(passing));
    const { ids, left } = this[this.state.view.mode](passing);
    return this.finish({ ...this.part(ids, passing), left });
  }

  /** The most telling nodes, or where a filter is set the most telling ones that it leaves. */
  story(passing) {
    const { data, state } = this;
    const { detail } = state.view;
    if (!state.narrowed) return { ids: data.nodes.slice(0, detail).map(({ id }) => id), left: 0 };
    const ids = new Set();
    for (const edge of passing.toSorted((a, b) => b.origins - a.origins || a.from + a.to - b.from - b.to)) {
      if (ids.size < Math.max(detail, MOST_NARROWED)) ids.add(edge.from).add(edge.to);
    }
    const all = new Set(passing.flatMap(({ from, to }) => [from, to]));
    return { ids: [...ids], left: all.size - ids.size };
  }

  around() {
    const { item, depth } = this.state.view;
    const steps = reach(this.data, this.data.nodeOf.get(item).id, depth, (edge) => this.sieve.edge(edge));
    const told = (id) => Math.max(0, ...this.data.nodes[id].links.map(({ origins }) => origins));
    const ids = [...steps.keys()].sort((a, b) => steps.get(a) - steps.get(b) || told(b) - told(a) || a - b);
    const most = depth === 1 ? MOST_BESIDE : MOST;
    return { ids: ids.slice(0, most), left: Math.max(0, ids.length - most) };
  }

  path() {
    const { item, to } = this.state.view;
    const ids = between(this.data, this.data.nodeOf.get(item).id, this.data.nodeOf.get(to).id, (edge) => this.sieve.edge(edge));
    const ends = [item, to].map((place) => this.data.nodeOf.get(place).id);
    return { ids: ids.length ? ids.slice(0, MOST) : ends, left: Math.max(0, ids.length - MOST) };
  }

  /** Nodes and the passing edges between them, with what is picked or pinned beside. */
  part(ids, passing) {
    const { data, state } = this;
    const base = new Set(ids);
    const more = new Set();
    for (const place of [...state.pinned, ...this.picked()]) {
      const node = data.nodeOf.get(place);
      if (!node || base.has(node.id)) continue;
      more.add(node.id);
      const near = node.links.filter((edge) => this.sieve.edge(edge)).map(({ from, to }) => (from === node.id ? to : from));
      for (const other of near.sort((a, b) => a - b).slice(0, BESIDE_PICK)) if (!base.has(other)) more.add(other);
    }
    const all = [...base, ...more];
    const inside = new Set(all);
    const edges = passing.filter(({ from, to }) => inside.has(from) && inside.has(to));
    const spots = this.places([...base], [...more], edges);
    const nodes = all.map((id) => {
      const { item, label, weight, loose } = data.nodes[id];
      const { kind, status, roles, origins } = data.items[item];
      return { id, item, label, kind: roles ? "happening" : kind, weight, loose, x: spots.get(id)[0], y: spots.get(id)[1], status, origins };
    });
    return { nodes, edges: edges.map((edge) => ({ ...edge, width: thickness(edge) })) };
  }

  /** The items that the panel is about, where they are nodes or ends of edges. */
  picked() {
    const { pick } = this.state;
    const items =
      pick?.items ??
      (pick?.item !== undefined ? [pick.item] : pick?.disagreement !== undefined ? [this.data.disagreements[pick.disagreement].item.place] : []);
    return items.flatMap((place) => {
      if (this.data.nodeOf.has(place)) return [place];
      const parts = new Set((this.data.items[place].roles ?? []).map(([, part]) => part));
      return [...parts].filter((part) => this.data.nodeOf.has(part));
    });
  }

  /** Where nodes stand: those of the first view as the build placed them, others laid out now; the same question has the same answer. */
  places(base, more, edges) {
    const { data } = this;
    const placed = this.state.view.mode === "story" && base.every((id) => id < data.first);
    const spots = placed ? new Map(base.map((id) => [id, [data.nodes[id].x, data.nodes[id].y]])) : this.laid(base, edges, new Map());
    return more.length ? this.laid([...base, ...more], edges, spots) : spots;
  }

  laid(ids, edges, fixed) {
    const key = `${ids.join()} ${edges.map(({ id }) => id).join()} ${[...fixed.keys()].join()}`;
    if (!this.known.has(key)) {
      const nth = new Map(ids.map((id, place) => [id, place]));
      const pairs = edges.filter(({ from, to }) => nth.has(from) && nth.has(to)).map(({ from, to }) => [nth.get(from), nth.get(to)]);
      const widths = ids.map((id) => LETTER * this.data.nodes[id].label.length);
      const found = arrange(widths, pairs, new Map([...fixed].map(([id, spot]) => [nth.get(id), spot])));
      this.known.set(key, new Map(ids.map((id, place) => [id, found[place]])));
    }
    return this.known.get(key);
  }

  /** Communities of the whole graph, each a list of node ids, most telling first. */
  get groups() {
    if (!this.found) {
      const edges = this.data.edges.filter(({ from, to }) => !this.data.nodes[from].loose && !this.data.nodes[to].loose);
      const member = communities(
        this.data.nodes.length,
        edges.map(({ from, to }) => [from, to, 1]),
      );
      this.member = member;
      this.found = [];
      member.forEach((group, id) => {
        (this.found[group] ??= []).push(id);
      });
      for (const group of this.found) group.sort((a, b) => this.data.nodes[b].weight - this.data.nodes[a].weight || a - b);
    }
    return this.found;
  }

  /** "Chevron, Venezuela": the names of a cluster's two most telling participants. */
  clusterName(number) {
    const things = this.groups[number].filter((id) => !this.data.items[this.data.nodes[id].item].roles);
    return things
      .slice(0, 2)
      .map((id) => clipped(this.data.nodes[id].label, 24))
      .join(", ");
  }

  clusters(passing) {
    const { data, groups } = this;
    const open = new Set(this.state.view.open);
    const shown = groups.map((group, number) => number).filter((number) => (groups[number].length > 2 && number < MOST_CLUSTERS) || open.has(number));
    const nodes = [];
    const owner = new Map(); // node id → id in the picture
    for (const number of shown) {
      if (open.has(number)) {
        for (const id of groups[number].slice(0, MOST)) {
          const { item, label, weight } = data.nodes[id];
          nodes.push({
            id,
            item,
            label,
            weight,
            kind: data.items[item].roles ? "happening" : data.items[item].kind,
            status: data.items[item].status,
          });
          owner.set(id, id);
        }
      } else {
        const [size] = [groups[number].length];
        nodes.push({
          id: `c${number}`,
          cluster: number,
          label: `${this.clusterName(number)} (${size})`,
          kind: "cluster",
          weight: Math.sqrt(size / groups[0].length),
        });
        for (const id of groups[number]) owner.set(id, `c${number}`);
      }
    }
    const edges = this.bundled(passing, owner);
    const nth = new Map(nodes.map(({ id }, place) => [id, place]));
    const spots = arrange(
      nodes.map(({ label }) => LETTER * label.length),
      edges.map(({ from, to }) => [nth.get(from), nth.get(to)]),
    );
    nodes.forEach((node, place) => {
      [node.x, node.y] = spots[place].map((at) => at * SPREAD);
    });
    return { nodes, edges, left: data.nodes.length - owner.size };
  }

  /** Edges between what is shown; all that run between a cluster and something else are one. */
  bundled(passing, owner) {
    const bundles = new Map();
    const edges = [];
    for (const edge of passing) {
      const [from, to] = [owner.get(edge.from), owner.get(edge.to)];
      if (from === undefined || to === undefined || from === to) continue;
      if (typeof from === "number" && typeof to === "number") {
        edges.push({ ...edge, width: thickness(edge) });
        continue;
      }
      const key = [from, to].map(String).sort().join(" ");
      if (!bundles.has(key)) bundles.set(key, { id: `b${bundles.size}`, from, to, label: "", line: "reported", items: [], bundle: true });
      bundles.get(key).items.push(...edge.items);
    }
    for (const bundle of bundles.values()) bundle.width = 0.8 + 0.5 * Math.log2(bundle.items.length);
    return [...edges, ...this.strongest([...bundles.values()])];
  }

  /** The bundles that are among the strongest of one of their ends: three of a cluster, one of a node. All of them would hide the picture. */
  strongest(bundles) {
    const seen = new Map();
    const among = (id) => {
      seen.set(id, (seen.get(id) ?? 0) + 1);
      return seen.get(id) <= (typeof id === "number" ? 1 : 3);
    };
    const sorted = bundles.toSorted((a, b) => b.items.length - a.items.length || (a.id < b.id ? -1 : 1));
    return sorted.filter(({ from, to }) => [among(from), among(to)].includes(true));
  }

  /** Leave out what the legend and the reader hide, and keep parallel edges apart. */
  finish({ nodes, edges, left }) {
    const { kinds, hidden, pinned, pick } = this.state;
    const may = new Set(
      nodes.filter(({ item, kind }) => (pinned.has(item) && !hidden.has(item)) || (!kinds.has(kind) && !hidden.has(item))).map(({ id }) => id),
    );
    const kept = edges.filter(({ from, to }) => may.has(from) && may.has(to));
    const ends = new Set(kept.flatMap(({ from, to }) => [from, to]));
    const alone = ({ item, loose, cluster }) =>
      cluster !== undefined || loose || pinned.has(item) || item === pick?.item || this.state.view.item === item || this.state.view.to === item;
    const beside = new Map();
    for (const edge of kept) {
      const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
      const nth = beside.get(key) ?? 0;
      beside.set(key, nth + 1);
      edge.bend = 0.18 * Math.ceil(nth / 2) * (nth % 2 ? 1 : -1) * (edge.from < edge.to ? 1 : -1); // straight, then left and right in turn
    }
    return { nodes: nodes.filter((node) => may.has(node.id) && (ends.has(node.id) || alone(node))), edges: kept, left };
  }
}
