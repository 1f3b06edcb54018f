"use strict";
/* The pages beside the graph: the timeline of dated happenings, the disagreements with the words of each side, and the graph as a table. */

const ROWS = 60; // rows that are shown at once
const IN_CELL = 4; // participants in a cell of the table

class Tables {
  constructor(page) {
    Object.assign(this, { page, data: page.data, state: page.state, sieve: page.sieve, go: (pick) => page.go(pick), order: "sources" });
  }

  timeline() {
    const told = this.sieve.happenings.filter(({ kind }) => kind === "happening");
    const dated = told.flatMap((item) => item.when.map((when) => ({ item, when })));
    const since = this.data.since();
    const old = ({ when: [first] }) => Number(first < since);
    dated.sort((a, b) => old(a) - old(b) || this.days(a.when, b.when) || b.item.origins - a.item.origins || a.item.place - b.item.place);
    const without = told.filter(({ when }) => !when.length).length;
    let before = "", recent = true;
    const list = pages(
      dated,
      ({ item, when }) => {
        const [, , words] = when;
        const turned = recent && old({ when });
        const head = words === before && !turned ? null : make("h3", {}, words);
        before = words;
        recent = !old({ when });
        return make("div", { className: "day" }, turned ? make("h3", {}, "Long before the articles") : null, head, this.row(item));
      },
      ROWS,
    );
    at("view-timeline").replaceChildren(
      make("h2", {}, "What happened when"),
      make(
        "p",
        { className: "also" },
        `${count(told.length - without, "dated happening")}, as precisely as the articles tell it; `,
        `${without.toLocaleString("en")} without a date are left out.`,
      ),
      list,
    );
  }

  /** By the first day, what is vaguer before what is more precise. */
  days([first, last], [otherFirst, otherLast]) {
    if (first !== otherFirst) return first < otherFirst ? -1 : 1;
    const [mine, other] = [last || "9999", otherLast || "9999"];
    return mine === other ? 0 : mine > other ? -1 : 1;
  }

  row(item) {
    const picked = this.state.pick?.item === item.place;
    return make(
      "div",
      { className: `row${picked ? " picked" : ""}` },
      make(
        "button",
        { type: "button", className: "pick", ariaPressed: String(picked), onclick: () => this.go({ item: item.place }) },
        text(this.data.sentence(item)),
      ),
      make("span", { className: `chip ${item.status}` }, STATUS_NAMES[item.status] ?? item.status),
      make("small", {}, count(item.origins, "source")),
    );
  }

  conflicts() {
    const { data } = this;
    const shown = data.disagreements.filter(({ item }) => this.sieve.passes(item.place));
    at("view-conflicts").replaceChildren(
      make("h2", {}, "Where sources disagree"),
      make(
        "p",
        { className: "also" },
        shown.length ? `${count(shown.length, "disagreement")}, each with the words of every side.` : "No two sources disagree about what is shown.",
      ),
      pages(
        shown,
        (one) =>
          make(
            "section",
            { className: "conflict" },
            make("h3", {}, DISAGREEMENTS[one.kind] ?? one.kind),
            make(
              "p",
              { className: "what" },
              make(
                "button",
                { type: "button", className: "pick", onclick: () => this.go({ disagreement: one.place }) },
                text(data.sentence(one.item)),
              ),
            ),
            sides(data, one, this.go),
          ),
        12,
      ),
    );
  }

  table() {
    const { data } = this;
    const rows = this.sieve.happenings.filter((item) => item.roles.length).map((item) => ({ item, ...this.columns(item) }));
    const orders = {
      who: (a, b) => a.who.localeCompare(b.who, "en"),
      what: (a, b) => a.item.verb.localeCompare(b.item.verb, "en"),
      whom: (a, b) => a.whom.localeCompare(b.whom, "en"),
      stands: (a, b) => a.item.status.localeCompare(b.item.status, "en"),
      sources: (a, b) => b.item.origins - a.item.origins,
      when: (a, b) => (a.item.when[0]?.[0] ?? "9999").localeCompare(b.item.when[0]?.[0] ?? "9999"),
    };
    rows.sort((a, b) => orders[this.order](a, b) || b.item.origins - a.item.origins || a.item.place - b.item.place);
    const head = [
      ["who", "Who"],
      ["what", "does what"],
      ["whom", "to whom, what, where"],
      ["stands", "How it stands"],
      ["sources", "Sources"],
      ["when", "When"],
    ];
    const heads = head.map(([key, name]) => {
      const cell = make(
        "th",
        { scope: "col" },
        button(
          name,
          () => {
            this.order = key;
            this.table();
            at(`by-${key}`)?.focus();
          },
          "sort",
        ),
      );
      cell.firstChild.id = `by-${key}`;
      if (key === this.order) cell.setAttribute("aria-sort", key === "sources" ? "descending" : "ascending");
      return cell;
    });
    const body = pages(
      rows,
      ({ item, who, whom }) =>
        make(
          "tr",
          { className: this.state.pick?.item === item.place ? "picked" : "" },
          make("td", {}, who ? text(who) : ""),
          make(
            "td",
            {},
            make(
              "button",
              { type: "button", className: "pick", title: data.sentence(item), onclick: () => this.go({ item: item.place }) },
              text(item.verb || item.label),
            ),
          ),
          make("td", {}, text(whom)),
          make("td", {}, make("span", { className: `chip ${item.status}` }, STATUS_NAMES[item.status] ?? item.status)),
          make("td", { className: "number" }, String(item.origins)),
          make("td", {}, this.some(item.when.map(([, , words]) => words), ", ")),
        ),
      ROWS,
      make("tbody", {}),
    );
    at("view-table").replaceChildren(
      make("h2", {}, "The graph as a table"),
      make(
        "p",
        { className: "also" },
        "Every happening that the picture can show, a row each; the words in the second column open the sentences behind it.",
      ),
      make(
        "div",
        { className: "scroll" },
        make(
          "table",
          {},
          make("caption", { className: "unseen" }, "Happenings with who took part, how they stand, and how many independent sources tell them"),
          make("thead", {}, make("tr", {}, heads)),
          body,
        ),
      ),
    );
  }

  columns(item) {
    const label = (place) => this.data.items[place].label;
    const who = item.roles.filter(([role]) => role === "agent").map(([, place]) => label(place));
    const others = item.roles.filter(([role]) => role !== "agent");
    const whom = others.map(([role, place]) => (role === "patient" ? label(place) : `${(ROLE_NAMES[role] ?? role).toLowerCase()}: ${label(place)}`));
    return { who: this.some(who, ", "), whom: this.some(whom, "; ") };
  }

  /** The first few of a cell, each once; the panel has them all. */
  some(parts, between) {
    const once = [...new Set(parts)];
    const more = once.length > IN_CELL ? ` + ${once.length - IN_CELL} more` : "";
    return once.slice(0, IN_CELL).join(between) + more;
  }
}
