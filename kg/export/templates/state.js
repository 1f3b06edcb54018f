"use strict";
/*
 * What the reader looks at, and its form in the page's address: `#tab=timeline&pick=entity/chevron&from=2025-12-01`. A view that is written
 * there can be kept as a bookmark, sent to somebody with the same page, and gone back to.
 *
 * pick: what the panel shows: null, {item}, {items} (an edge), {disagreement} or {cluster}.
 * view: what the picture shows: {mode: "story", detail}, {mode: "around", item, depth}, {mode: "path", item, to} or
 * {mode: "clusters", open: [number, …]}.
 */

const TABS = ["graph", "timeline", "conflicts", "sources", "table"];
const OPEN_FILTER = { event: "", article: "", status: "", origins: 1, from: "", to: "" };
const DEPTHS = [1, 2, 3];

class State {
  constructor(data) {
    this.data = data;
    this.clear();
  }

  clear() {
    Object.assign(this, {
      tab: "graph",
      pick: null,
      view: { mode: "story", detail: this.data.first },
      filter: { ...OPEN_FILTER },
      kinds: new Set(),
      lines: new Set(),
      hidden: new Set(),
      pinned: new Set(),
    });
  }

  /** Whether anything but the legend narrows what is shown. */
  get narrowed() {
    return Object.keys(OPEN_FILTER).some((key) => this.filter[key] !== OPEN_FILTER[key]);
  }

  /** The address's part after "#"; empty for what the page opens with. */
  get address() {
    const { tab, pick, view, filter, data } = this;
    const ref = (place) => data.refOf(place);
    const words = new URLSearchParams();
    const put = (key, value) => {
      if (value) words.set(key, value);
    };
    put("tab", tab !== "graph" && tab);
    if (pick?.item !== undefined) put("pick", ref(pick.item));
    else if (pick?.items) put("links", pick.items.map(ref).join(" "));
    else if (pick?.disagreement !== undefined) put("conflict", data.disagreements[pick.disagreement].ref);
    else if (pick?.cluster !== undefined) put("cluster", `${pick.cluster}`);
    if (view.mode === "story") put("detail", view.detail !== data.first && view.detail);
    else put("view", view.mode);
    if (view.item !== undefined) put("of", ref(view.item));
    if (view.mode === "around") put("depth", view.depth);
    if (view.to !== undefined) put("to-node", ref(view.to));
    if (view.open?.length) put("open", view.open.join(" "));
    for (const [key, value] of Object.entries(filter)) put(key, value !== OPEN_FILTER[key] && value);
    put("kinds", [...this.kinds].join(" "));
    put("lines", [...this.lines].join(" "));
    put("hidden", [...this.hidden].map(ref).join(" "));
    put("pinned", [...this.pinned].map(ref).join(" "));
    return words.toString().replaceAll("%2F", "/");
  }

  /** Take the state from an address; what it does not know is left out. */
  set address(hash) {
    this.clear();
    const words = new URLSearchParams(hash);
    const { data } = this;
    const has = (key) => words.get(key) ?? "";
    const places = (key) =>
      has(key)
        .split(" ")
        .map((ref) => (ref ? data.placeOf(ref) : undefined))
        .filter((place) => place !== undefined);
    const known = (key, table) =>
      has(key)
        .split(" ")
        .filter((word) => Object.hasOwn(table, word));
    if (TABS.includes(has("tab"))) this.tab = has("tab");
    for (const key of Object.keys(OPEN_FILTER)) if (has(key)) this.filter[key] = key === "origins" ? Number(has(key)) || 1 : has(key);
    this.kinds = new Set(known("kinds", KIND_NAMES));
    this.lines = new Set(known("lines", LINES));
    this.hidden = new Set(places("hidden"));
    this.pinned = new Set(places("pinned"));
    this.view = this.viewOf(has, places);
    const [item] = places("pick");
    const items = places("links");
    const conflict = has("conflict") ? data.disagreements.findIndex(({ ref }) => ref === has("conflict")) : -1;
    if (item !== undefined) this.pick = { item };
    else if (items.length) this.pick = { items };
    else if (conflict >= 0) this.pick = { disagreement: conflict };
    else if (/^\d+$/.test(has("cluster"))) this.pick = { cluster: Number(has("cluster")) };
  }

  viewOf(has, places) {
    const [item] = places("of");
    const [to] = places("to-node");
    const around = item !== undefined && this.data.nodeOf.has(item);
    if (has("view") === "around" && around) return { mode: "around", item, depth: DEPTHS.includes(Number(has("depth"))) ? Number(has("depth")) : 1 };
    if (has("view") === "path" && around && this.data.nodeOf.has(to)) return { mode: "path", item, to };
    if (has("view") === "clusters")
      return {
        mode: "clusters",
        open: has("open")
          .split(" ")
          .filter((word) => /^\d+$/.test(word))
          .map(Number),
      };
    const detail = Number(has("detail"));
    return { mode: "story", detail: detail > 0 ? Math.min(Math.round(detail), this.data.nodes.length) : this.data.first };
  }
}

/** Whether happenings pass the filter; each is asked once between changes. */
class Sieve {
  constructor(state) {
    this.state = state;
    this.reset();
  }

  /** To be called when the state has changed. */
  reset() {
    this.open = !this.state.narrowed && !this.state.lines.size;
    this.known = new Map();
    this.left = null;
  }

  /** A happening's place, or a participant's: that of any of its happenings. */
  passes(place) {
    if (this.open) return true;
    if (!this.known.has(place)) this.known.set(place, this.ask(place));
    return this.known.get(place);
  }

  ask(place) {
    const { data, filter, lines } = this.state;
    const item = data.items[place];
    if (place < data.things) return data.involved(place).some((one) => this.passes(one));
    if (lines.has(LINE_OF[item.status] ?? "open")) return false;
    return (
      (!filter.event || item.types.includes(filter.event)) &&
      (!filter.article || item.articles.some((article) => data.articles[article].id === filter.article)) &&
      (!filter.status || item.status === filter.status) &&
      item.origins >= filter.origins &&
      this.dated(item)
    );
  }

  /** In the chosen days, months or years, as far as the articles tell; what has no date passes only where no time is chosen. */
  dated({ when }) {
    const { from, to } = this.state.filter;
    if (!from && !to) return true;
    return when.some(([first, last]) => (!to || first.slice(0, to.length) <= to) && (!from || !last || last.slice(0, from.length) >= from));
  }

  /** An edge, by the happenings that it stands for. */
  edge({ items }) {
    return items.some((item) => this.passes(item));
  }

  /** All happenings that somebody tells and that pass. */
  get happenings() {
    this.left ??= this.state.data.told.filter((item) => this.passes(item.place));
    return this.left;
  }
}
