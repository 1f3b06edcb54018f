"use strict";
/*
 * The page: the picture (vis-network), its legend and filters, the search, and what is selected. All state is in `state`, and `select` is
 * the only way to change what is selected.
 */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const LEAST = 5; // radius of a node on the screen, however far away
  const STYLES = {
    asserted: { name: "stated by an article", width: 2.2, dashes: false },
    reported: { name: "only said by somebody", width: 1.3, dashes: false },
    open: { name: "alleged, planned, possible", width: 1.6, dashes: [7, 5] },
    denied: { name: "denied or negated", width: 1.6, dashes: [2, 4] },
    disputed: { name: "sources disagree", width: 3, dashes: [14, 4] },
  };
  const KINDS = Object.keys(KIND_NAMES);
  const state = { detail: 0, hiddenKinds: new Set(), hiddenStyles: new Set(), revealed: new Set(), selected: null, hovered: null };

  // pyvis' nodes and edges without their labels, which labels.js draws
  const labels = new Map([...data.nodes, ...data.edges].map((part) => [part.id, part.label]));
  const nodes = new vis.DataSet(data.nodes.map(({ label, group, font, ...rest }) => ({ ...rest, kind: group })));
  const edges = new vis.DataSet(data.edges.map(({ label, bend, ...rest }) => ({
    ...rest, smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false },
  })));
  const loose = new Set(data.nodes.filter((node) => node.loose).map((node) => node.id));
  const order = data.nodes.map((node) => node.id);
  const network = new vis.Network(at("network"), { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false } },
    nodes: { borderWidth: 1.5, chosen: false },
    edges: { arrows: { to: { scaleFactor: 0.55 } }, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
  });
  const surface = at("network").querySelector(".vis-network");
  surface.tabIndex = 0;
  surface.setAttribute("role", "img");
  surface.setAttribute("aria-label", "Graph of names and happenings; the search and the lists beside it reach them by keyboard, arrow keys move it");

  const panel = new Panel(at("panel"), data, (selection) => select(selection, true));

  // ---- what is shown, and how ----
  /** Ids that the selection is about, or null when nothing is selected. */
  function lit() {
    const { selected } = state;
    if (!selected) return null;
    const items = selected.items ?? [selected.item];
    const about = new Set([...items, ...items.flatMap((item) => data.items[item].items ?? [])]); // a participant lights its happenings
    const found = new Set();
    for (const edge of data.edges) if (edge.items.some((item) => about.has(item))) found.add(edge.id).add(edge.from).add(edge.to);
    for (const item of items) if (labels.has(item)) found.add(item);
    return found.size ? found : null;
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  }

  let painted = 1; // the zoom at the last paint

  function paint() {
    const colour = colours();
    const bright = lit();
    const shown = new Set(order.slice(0, state.detail).filter((id) => !state.hiddenKinds.has(nodes.get(id).kind)));
    for (const id of state.revealed) shown.add(id);
    const visible = new Set();
    const edgeUpdates = data.edges.map(({ id, from, to, style }) => {
      const hidden = !shown.has(from) || !shown.has(to) || state.hiddenStyles.has(style);
      if (!hidden) visible.add(from).add(to);
      const { width, dashes } = STYLES[style];
      const opacity = !bright || bright.has(id) ? 1 : 0.12;
      return { id, hidden, width, dashes, color: { color: colour(style), hover: colour(style), highlight: colour(style), opacity } };
    });
    const least = LEAST / network.getScale();
    const nodeUpdates = data.nodes.map(({ id, group, style, size }) => {
      const hidden = !shown.has(id) || (!visible.has(id) && !loose.has(id) && !state.revealed.has(id));
      const fill = colour(group === "happening" && style === "disputed" ? "disputed" : group);
      const border = isSelected(id) ? colour("ink") : colour("page");
      const pair = { background: fill, border };
      const opacity = !bright || bright.has(id) ? 1 : 0.15;
      const color = { ...pair, highlight: pair, hover: pair };
      return { id, hidden, size: Math.max(size, group === "other" ? least * 1.4 : least), opacity, borderWidth: isSelected(id) ? 4 : 1.5, color };
    });
    painted = network.getScale();
    edges.update(edgeUpdates);
    nodes.update(nodeUpdates);
    at("shown").textContent = `${nodeUpdates.filter((node) => !node.hidden).length} of ${order.length}`;
    network.redraw();
  }

  const isSelected = (id) => state.selected !== null && (state.selected.items ?? [state.selected.item]).includes(id);

  // ---- labels ----
  const lengthOf = (path) => Math.hypot(path[0][0] - path.at(-1)[0], path[0][1] - path.at(-1)[1]);

  /** Points along an edge on the screen, some ten pixels apart. vis-network tells them only through its own edge objects. */
  function pathOf(id) {
    const shape = network.body.edges[id].edgeType;
    const via = shape.getViaNode();
    const steps = Math.min(60, Math.max(8, Math.round((Math.hypot(shape.from.x - shape.to.x, shape.from.y - shape.to.y) * network.getScale()) / 10)));
    return Array.from({ length: steps + 1 }, (_, step) => network.canvasToDOM(shape.getPoint(step / steps, via))).map(({ x, y }) => [x, y]);
  }

  network.on("afterDrawing", (context) => {
    const scale = network.getScale();
    if (Math.abs(Math.log(scale / painted)) > 0.15) requestAnimationFrame(paint);
    const colour = colours();
    const bright = lit();
    const ratio = context.canvas.width / context.canvas.clientWidth;
    const { clientWidth: width, clientHeight: height } = context.canvas;
    const cut = (words) => (width < 500 && words.length > 18 ? `${words.slice(0, 17).trimEnd()}…` : words);
    const font = (style, size) => `${style} ${width < 500 ? size - 1 : size}px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif`;
    const drawn = data.nodes.filter(({ id }) => !nodes.get(id).hidden && (!bright || bright.has(id)));
    const first = ({ id }) => (id === state.hovered || isSelected(id) ? 0 : bright?.has(id) ? 1 : 2);
    const nodeLabels = drawn.toSorted((a, b) => first(a) - first(b)).map(({ id, group, size }) => {
      const { x, y } = network.canvasToDOM(network.getPosition(id));
      const strong = (group === "other" ? size / 1.4 : size) >= 15;
      return {
        id, label: cut(labels.get(id)), x, y, radius: Math.max(size * scale, LEAST), strong, must: first({ id }) === 0, colour: colour("ink"),
        font: group === "happening" ? font("italic", 12) : strong ? font("600", 13.5) : font("400", 12.5),
      };
    });
    const edgeLabels = data.edges.filter(({ id }) => !edges.get(id).hidden && (!bright || bright.has(id))).map(({ id, label, items, style }) => {
      const path = pathOf(id);
      const words = label && items.length > 1 ? `${label} (${items.length})` : label;
      return {
        id, label: words, path, spots: [0.5, 0.38, 0.62].map((part) => path[Math.round(part * (path.length - 1))]), length: lengthOf(path),
        font: font("400", 11.5), colour: colour(style === "disputed" ? style : "muted"), must: id === state.hovered || state.selected?.edge === id,
      };
    });
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    new Labels(context, { width, height, background: colour("page") }).draw(nodeLabels, edgeLabels);
    context.restore();
  });

  // ---- selecting ----
  /**
   * Select {item} (a participant or a happening), {edge, items}, {disagreement} or null, and show it in the panel.
   * With `move` the picture goes there too and the panel takes the focus.
   */
  function select(selection, move = false) {
    if (selection?.disagreement !== undefined) {
      const claims = data.disagreements[selection.disagreement][1].flat();
      selection.items = data.items.flatMap((item, place) => (item.claims?.some((claim) => claims.includes(claim)) ? [place] : []));
    }
    state.selected = selection;
    state.revealed = new Set([...(lit() ?? [])].filter((id) => isSelected(id) || !loose.has(id)));
    if (selection === null) panel.overview(topItems());
    else if (selection.disagreement !== undefined) panel.disagreement(selection.disagreement);
    else if (selection.edge !== undefined) panel.edge(selection.items);
    else panel.item(selection.item);
    paint();
    if (!move) return;
    at("panel").focus({ preventScroll: true });
    fit([...(lit() ?? [])].filter((id) => nodes.get(id)?.hidden === false), 1.1);
  }

  const animated = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 });
  const mentions = (place) => data.items[place].mentions ?? 0;
  const topItems = () => order.filter(mentions).toSorted((a, b) => mentions(b) - mentions(a)).slice(0, 12);

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select({ item: node });
    else if (edge !== undefined) select({ edge, items: edges.get(edge).items });
    else select(null);
  });
  for (const [event, key] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) {
    network.on(event, (what) => {
      state.hovered = what[key];
      surface.style.cursor = "pointer";
      network.redraw();
    });
  }
  for (const event of ["blurNode", "blurEdge"]) {
    network.on(event, () => {
      state.hovered = null;
      surface.style.cursor = "";
      network.redraw();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !state.selected) return;
    select(null);
    surface.focus({ preventScroll: true });
  });

  // ---- legend ----
  function key(sign, name, count, hidden, value) {
    const box = make("input", { type: "checkbox", checked: true, name: value });
    box.onchange = () => {
      if (box.checked) hidden.delete(value);
      else hidden.add(value);
      paint();
    };
    return make("label", {}, box, sign, make("span", {}, name), make("small", {}, String(count)));
  }

  function stroke(style) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "stroke");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(SVG, "line");
    const { width, dashes } = STYLES[style];
    const pattern = dashes ? dashes.join(" ") : "none";
    const attributes = { x1: 0, y1: 6, x2: 28, y2: 6, stroke: `var(--${style})`, "stroke-width": width, "stroke-dasharray": pattern };
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
    svg.append(line);
    return svg;
  }

  function legend() {
    for (const kind of KINDS) {
      const count = data.nodes.filter((node) => node.group === kind).length;
      if (count) at("kinds").append(key(icon(kind), KIND_NAMES[kind], count, state.hiddenKinds, kind));
    }
    for (const style of Object.keys(STYLES)) {
      const count = data.edges.filter((edge) => edge.style === style).length;
      if (count) at("styles").append(key(stroke(style), STYLES[style].name, count, state.hiddenStyles, style));
    }
    state.detail = data.first;
    Object.assign(at("detail"), { max: String(Math.max(order.length, 1)), value: String(state.detail) });
    at("detail").oninput = () => {
      state.detail = Number(at("detail").value);
      paint();
    };
    if (matchMedia("(max-width: 760px)").matches) at("legend").open = false;
  }

  // ---- search ----
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = data.items.map((item, place) => ({ place, names: [item.label, ...(item.names ?? [])].map(plain) }));
  let hits = [];
  let active = -1;

  function find() {
    const wanted = plain(at("search").value.trim());
    const fits = (name) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3);
    const rank = (names) => Math.min(...names.map(fits));
    const found = wanted ? index.map(({ place, names }) => ({ place, rank: rank(names) })).filter((hit) => hit.rank < 3) : [];
    hits = found.sort((a, b) => a.rank - b.rank || mentions(b.place) - mentions(a.place) || a.place - b.place).slice(0, 12).map((hit) => hit.place);
    active = hits.length ? 0 : -1;
    at("hits").replaceChildren(...hits.map((place, nth) => {
      const item = data.items[place];
      const type = make("small", {}, item.types[0] ?? "");
      const option = make("li", { id: `hit${nth}`, role: "option", ariaSelected: String(nth === active) }, icon(item.kind), text(item.label), type);
      option.onmousedown = (event) => { event.preventDefault(); pick(nth); };
      return option;
    }));
    if (wanted && !hits.length) at("hits").append(make("li", {}, "Nothing of that name"));
    open(Boolean(wanted));
  }

  function open(yes) {
    at("hits").hidden = !yes;
    at("search").setAttribute("aria-expanded", String(yes));
    if (yes && active >= 0) at("search").setAttribute("aria-activedescendant", `hit${active}`);
    else at("search").removeAttribute("aria-activedescendant");
  }

  function pick(nth) {
    if (hits[nth] === undefined) return;
    open(false);
    select({ item: hits[nth] }, true);
  }

  function move(step) {
    if (!hits.length) return;
    active = (active + step + hits.length) % hits.length;
    [...at("hits").children].forEach((option, nth) => { option.ariaSelected = String(nth === active); });
    at(`hit${active}`).scrollIntoView({ block: "nearest" });
    open(true);
  }

  at("search").oninput = find;
  at("search").onblur = () => open(false);
  at("search").onkeydown = (event) => {
    const action = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => pick(active) }[event.key];
    if (action) { event.preventDefault(); action(); }
    if (event.key === "Escape" && !at("hits").hidden) { event.preventDefault(); open(false); }
  };

  // ---- moving ----
  /** Bring the given nodes into view, with room for their labels at the rim. */
  function fit(ids, largest, move = animated()) {
    const spots = ids.map((id) => network.getPosition(id));
    if (!spots.length) return;
    const [left, right] = [Math.min(...spots.map(({ x }) => x)), Math.max(...spots.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))];
    const { clientWidth, clientHeight } = at("network");
    const scale = Math.min(largest, (clientWidth - Math.min(190, clientWidth / 3)) / (right - left || 1), (clientHeight - 90) / (bottom - top || 1));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: move });
  }

  const whole = (move) => fit(nodes.getIds({ filter: (node) => !node.hidden }), 1.4, move);
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animated() });
  at("nearer").onclick = () => zoom(1.4);
  at("farther").onclick = () => zoom(1 / 1.4);
  at("whole").onclick = () => whole();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  legend();
  select(null);
  whole(false);
})();
