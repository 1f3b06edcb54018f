"use strict";
/* The search: names, happenings and quotes, as one types. `picked` is called with what is chosen. */

const MOST_HITS = 10;
const MOST_QUOTES = 4;

class Search {
  constructor(data, picked) {
    Object.assign(this, { data, picked, hits: [], active: -1, input: at("search") });
    this.input.oninput = () => this.find();
    this.input.onfocus = () => {
      if (this.input.value) this.find();
    };
    this.input.onblur = () => this.open(false);
    this.input.onkeydown = (event) => this.key(event);
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.input.focus();
      }
    });
  }

  /** Names and sentences without case and accents, made at the first key. */
  get index() {
    const { data } = this;
    this.made ??= {
      names: data.items
        .filter((item) => !item.roles || item.claims)
        .map((item) => ({ place: item.place, names: [data.sentence(item), ...data.names(item.place)].map(plain) })),
      quotes: data.evidence.sentences.map(([, words]) => plain(words)),
    };
    return this.made;
  }

  find() {
    const wanted = plain(this.input.value.trim());
    this.hits = wanted ? [...this.names(wanted), ...this.quotes(wanted)] : [];
    this.active = this.hits.length ? 0 : -1;
    at("hits").replaceChildren(
      ...this.hits.map((hit, nth) => {
        const option = make(
          "li",
          { id: `hit${nth}`, role: "option", ariaSelected: String(nth === this.active) },
          icon(hit.icon),
          make("span", {}, hit.words),
          make("small", {}, hit.note),
        );
        option.onmousedown = (event) => {
          event.preventDefault();
          this.pick(nth);
        };
        return option;
      }),
    );
    if (wanted && !this.hits.length)
      at("hits").append(make("li", { role: "option", ariaDisabled: "true" }, "Nothing of that name, and no sentence with these words"));
    if (wanted) speak(this.hits.length ? `${this.hits.length} found` : "Nothing found");
    this.open(Boolean(wanted));
  }

  names(wanted) {
    const { items } = this.data;
    const fits = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4);
    const mentions = (place) => items[place].mentions ?? 0;
    const found = this.index.names.map(({ place, names }) => ({ place, rank: Math.min(...names.map(fits)) })).filter(({ rank }) => rank < 4);
    found.sort(
      (a, b) =>
        a.rank - b.rank ||
        mentions(b.place) - mentions(a.place) ||
        (items[b.place].origins ?? 0) - (items[a.place].origins ?? 0) ||
        a.place - b.place,
    );
    return found.slice(0, MOST_HITS).map(({ place }) => {
      const item = items[place];
      return { icon: item.kind, words: text(this.data.sentence(item)), note: item.types[0] ?? "", pick: { item: place } };
    });
  }

  /** Sentences that hold the words; each leads to what it tells. */
  quotes(wanted) {
    if (wanted.length < 3) return [];
    const found = [];
    this.index.quotes.forEach((words, sentence) => {
      if (found.length < MOST_QUOTES && words.includes(wanted)) found.push(sentence);
    });
    return found.flatMap((sentence) => {
      const claim = this.data.evidence.claims.findIndex(([, of]) => of === sentence);
      const words = this.data.evidence.sentences[sentence][1];
      const begin = Math.max(0, plain(words).indexOf(wanted) - 30);
      const piece = `${begin ? "…" : ""}${clipped(words.slice(begin), 90)}`;
      return claim < 0 ? [] : [{ icon: "relation", words: text(`“${piece}”`), note: "quote", pick: { item: this.data.toldBy(claim).place } }];
    });
  }

  open(yes) {
    at("hits").hidden = !yes;
    this.input.setAttribute("aria-expanded", String(yes));
    if (yes && this.active >= 0) this.input.setAttribute("aria-activedescendant", `hit${this.active}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pick(nth) {
    if (!this.hits[nth]) return;
    this.open(false);
    this.picked(this.hits[nth].pick);
  }

  move(step) {
    if (!this.hits.length) return;
    this.active = (this.active + step + this.hits.length) % this.hits.length;
    [...at("hits").children].forEach((option, nth) => {
      option.ariaSelected = String(nth === this.active);
    });
    at(`hit${this.active}`).scrollIntoView({ block: "nearest" });
    this.open(true);
  }

  key(event) {
    const action = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.pick(this.active) }[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
    if (event.key === "Escape" && !at("hits").hidden) {
      event.preventDefault();
      this.open(false);
    }
  }
}
