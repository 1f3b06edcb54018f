"use strict";
/* The matrix: what is told, by the articles that tell it; each cell says whether the article asserts, attributes, hedges or denies it. */

const COLUMNS = 12; // articles beside one another
const LISTED = 60; // articles that are listed at once

class Matrix {
  constructor(page) {
    Object.assign(this, { page, data: page.data, state: page.state, sieve: page.sieve });
  }

  /** Propositions (claims of the same triple), those that most articles tell first: {item, claim, cells: article → letters}. */
  rows() {
    const rows = new Map();
    for (const item of this.sieve.happenings) {
      for (let claim = item.from; claim < item.from + item.claims; claim++) {
        const { triple, article, letter } = this.told[claim];
        if (!rows.has(triple)) rows.set(triple, { item, claim, cells: new Map() });
        const { cells } = rows.get(triple);
        const letters = cells.get(article) ?? "";
        if (!letters.includes(letter)) cells.set(article, letters + letter);
      }
    }
    return [...rows.values()].sort((a, b) => b.cells.size - a.cells.size || b.item.origins - a.item.origins || a.item.place - b.item.place);
  }

  /** Of each claim the number of its triple, the article, and the letter of what the article does with it. */
  get told() {
    const { claims, sentences } = this.data.evidence;
    const triples = new Map();
    this.letters ??= claims.map(([, sentence, , by, modality, polarity, , subject, predicate, object]) => {
      const triple = `${subject} ${predicate} ${object}`;
      if (!triples.has(triple)) triples.set(triple, triples.size);
      return { triple: triples.get(triple), article: sentences[sentence][0], letter: stance({ by, modality, polarity }) };
    });
    return this.letters;
  }

  words(item, claim) {
    const { items, evidence } = this.data;
    const [, , , , , , , subject, predicate, object] = evidence.claims[claim];
    if (subject === item.place || typeof subject !== "number" || typeof object !== "number") return this.data.sentence(item);
    const verb = decodeURIComponent(evidence.predicates[predicate].split(/[#/:]/).at(-1))
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .replace(/[_-]/g, " ")
      .toLowerCase();
    return `${items[subject].label} – ${verb} – ${items[object].label}`;
  }

  show() {
    const rows = this.rows();
    const told = new Map();
    for (const { cells } of rows) for (const article of cells.keys()) told.set(article, (told.get(article) ?? 0) + 1);
    const articles = [...told.keys()]
      .filter((place) => place >= 0)
      .sort((a, b) => told.get(b) - told.get(a))
      .slice(0, COLUMNS)
      .sort((a, b) => a - b);
    const heads = articles.map((place) => {
      const { title, publisher, date } = this.data.articles[place];
      return make("th", { scope: "col", title }, make("b", {}, String(place + 1)), text(publisher || clipped(title, 24)), make("small", {}, date));
    });
    const body = pages(rows, (row) => this.row(row, articles), 40, make("tbody", {}));
    at("view-sources").replaceChildren(
      make("h2", {}, "Who tells what"),
      make(
        "p",
        { className: "also" },
        "What the articles tell, and what each of them does with it. ",
        Object.entries(STANCES).flatMap(([letter, words]) => [make("span", { className: `stance ${letter}` }, letter), ` ${words}  `]),
        make("span", { className: "stance" }, "·"),
        " is silent",
      ),
      make(
        "div",
        { className: "scroll" },
        make(
          "table",
          { className: "matrix" },
          make("caption", { className: "unseen" }, "Propositions by articles"),
          make(
            "thead",
            {},
            make(
              "tr",
              {},
              make("th", { scope: "col" }, "What is told"),
              heads,
              make("th", { scope: "col", className: "number", title: "Independent sources" }, "Sources"),
            ),
          ),
          body,
        ),
      ),
      articles.length < told.size
        ? make(
            "p",
            { className: "also" },
            `${count(told.size - articles.length, "article")} that tell fewer of these have no column; choose one with the filter.`,
          )
        : "",
      make("h3", {}, "The articles"),
      pages([...this.data.articles.entries()], ([place, article]) => this.article(place, article), LISTED, make("ol", { className: "articles" })),
    );
  }

  article(place, { id, title, publisher, date, url }) {
    return make(
      "li",
      { value: place + 1 },
      listed([publisher, date].filter(Boolean)),
      publisher || date ? ": " : "",
      link(url, title),
      " ",
      button("only this one", () => this.page.narrow("article", this.state.filter.article === id ? "" : id)),
    );
  }

  row({ item, claim, cells }, articles) {
    const go = () => this.page.go({ item: item.place });
    const picked = this.state.pick?.item === item.place;
    return make(
      "tr",
      { className: picked ? "picked" : "" },
      make("th", { scope: "row" }, make("button", { type: "button", className: "pick", onclick: go }, text(this.words(item, claim)))),
      articles.map((article) => {
        const letters = [...(cells.get(article) ?? [])].sort();
        const names = letters.map((letter) => STANCES[letter]).join(" and ");
        return make(
          "td",
          { className: "cell" },
          letters.length
            ? make(
                "button",
                { type: "button", title: names, ariaLabel: names, onclick: go },
                letters.map((letter) => make("span", { className: `stance ${letter}` }, letter)),
              )
            : make("span", { className: "stance silent", ariaHidden: "true" }, "·"),
        );
      }),
      make("td", { className: "number" }, String(item.origins)),
    );
  }
}
