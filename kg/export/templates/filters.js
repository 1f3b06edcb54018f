"use strict";
/* The legend, which hides kinds of nodes and links, and the filter of happenings. `changed` is called after each change. */

class Legend {
  constructor(state, changed) {
    this.state = state;
    this.changed = changed;
    const { data } = state;
    const kinds = Map.groupBy(data.nodes, (node) => (data.items[node.item].roles ? "happening" : data.items[node.item].kind));
    const lines = Map.groupBy(data.edges, (edge) => edge.line);
    for (const kind of Object.keys(KIND_NAMES)) if (kinds.has(kind)) this.key("kinds", kind, icon(kind), KIND_NAMES[kind], kinds.get(kind).length);
    for (const line of Object.keys(LINES)) if (lines.has(line)) this.key("lines", line, stroke(line), LINES[line].name, lines.get(line).length);
    if (NARROW.matches) at("legend").open = false;
  }

  key(group, value, sign, name, number) {
    const box = make("input", { type: "checkbox", name: value });
    box.onchange = () => {
      if (box.checked) this.state[group].delete(value);
      else this.state[group].add(value);
      this.changed();
    };
    at(group).append(make("label", {}, box, sign, make("span", {}, name), make("small", {}, number.toLocaleString("en"))));
  }

  show() {
    for (const group of ["kinds", "lines"]) for (const box of at(group).querySelectorAll("input")) box.checked = !this.state[group].has(box.name);
  }
}

class Filters {
  constructor(state, sieve, changed) {
    Object.assign(this, { state, sieve, changed });
    const { data } = state;
    const { told } = data;
    const tally = (values) => {
      const sums = new Map();
      for (const value of values) sums.set(value, (sums.get(value) ?? 0) + 1);
      return sums;
    };
    const types = tally(told.flatMap((item) => (item.kind === "relation" ? [] : item.types)));
    const statuses = tally(told.map((item) => item.status));
    const articles = tally(told.flatMap((item) => item.articles));
    const most = Math.max(1, ...told.map((item) => item.origins));
    this.choice(
      "event",
      "Happening",
      "any",
      [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, sum]) => [type, `${type} (${sum})`]),
    );
    this.choice(
      "article",
      "Article",
      "all",
      data.articles.map(({ id, title, publisher }, place) => [
        id,
        `${publisher ? `${publisher}: ` : ""}${clipped(title, 70)} (${articles.get(place) ?? 0})`,
      ]),
    );
    this.choice(
      "status",
      "How it stands",
      "any",
      Object.keys(STATUS_NAMES)
        .filter((one) => statuses.has(one))
        .map((one) => [one, `${STATUS_NAMES[one]} (${statuses.get(one)})`]),
    );
    this.choice(
      "origins",
      "Independent sources",
      "any number",
      Array.from({ length: Math.min(most, 9) - 1 }, (_, nth) => [
        `${nth + 2}`,
        `at least ${nth + 2} (${told.filter((item) => item.origins >= nth + 2).length})`,
      ]),
    );
    at("filters").onsubmit = (event) => event.preventDefault();
    at("filter").onclick = () => this.open(at("filters").hidden);
  }

  open(yes) {
    at("filters").hidden = !yes;
    at("filter").setAttribute("aria-expanded", String(yes));
  }

  choice(key, name, all, options) {
    const select = make(
      "select",
      { name: key },
      make("option", { value: `${OPEN_FILTER[key]}` }, all),
      options.map(([value, words]) => make("option", { value }, words)),
    );
    select.onchange = () => {
      this.state.filter[key] = key === "origins" ? Number(select.value) : select.value;
      this.changed();
    };
    at("filters").append(make("label", {}, make("span", {}, name), select));
  }

  /** The controls as the state has them, and a line that says what is left out and how to get it back. */
  show() {
    const { state, sieve } = this;
    for (const select of at("filters").querySelectorAll("select")) select.value = `${state.filter[select.name]}`;
    at("narrow").hidden = !state.narrowed && !state.hidden.size && !state.lines.size;
    if (at("narrow").hidden) return;
    const { event, article, status, origins, from, to } = state.filter;
    const words = [
      event,
      article,
      STATUS_NAMES[status],
      origins > 1 ? `at least ${origins} independent sources` : "",
      from || to ? Times.words(from, to) : "",
      ...[...state.lines].map((line) => `not ${LINES[line].name}`),
      state.hidden.size
        ? `without ${[...state.hidden]
            .slice(0, 3)
            .map((place) => state.data.items[place].label)
            .join(", ")}`
        : "",
    ];
    const [left, all] = [sieve.happenings, state.data.told].map((items) => items.filter(({ kind }) => kind === "happening").length);
    at("narrow").replaceChildren(
      `${left.toLocaleString("en")} of ${count(all, "happening")}: `,
      ...listed(words.filter(Boolean), " · "),
      " ",
      button("Show all", () => {
        Object.assign(state, { filter: { ...OPEN_FILTER }, lines: new Set(), hidden: new Set(), kinds: new Set() });
        this.changed();
      }),
    );
  }
}
