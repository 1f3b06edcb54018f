"use strict";
/*
 * The side panel: evidence in words. Text of articles goes into the page as text nodes only, and a link only where it is http(s).
 */

/** An element with properties and children; strings become text nodes, null is left out. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** Text of unknown direction, kept from reordering its neighbours. */
const text = (words) => make("bdi", {}, words);

/** "A, B, C", each part kept apart from the others. */
const listed = (parts, between = ", ") => parts.flatMap((part, nth) => [nth ? between : "", text(part)]);

const times = (count) => (count === 1 ? "once" : `${count} times`);

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  person: "M8 2a6 6 0 1 0 .01 0z",
  organization: "M2.5 2.5h11v11h-11z",
  place: "M8 1.5 15 14H1z",
  group: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  object: "M1 2h14L8 14.5z",
  other: "M8 1l2.1 4.6 5 .6-3.7 3.4 1 5L8 12.1 3.6 14.6l1-5L.9 6.2l5-.6z",
  happening: "M8 1l6 7-6 7-6-7z",
  disputed: "M8 1l6 7-6 7-6-7z",
  relation: "M1 7h9V3.5l5 4.5-5 4.5V9H1z",
};
const KIND_NAMES = {
  person: "People", organization: "Organizations", place: "Places", group: "Groups", object: "Vessels and goods",
  other: "Other", happening: "Happenings",
};
const ROLE_NAMES = {
  agent: "Who", patient: "Whom or what", recipient: "To whom", topic: "About", instrument: "With what", source: "From", goal: "To",
  purpose: "What for", beneficiary: "For whom", cause: "Because of", result: "Leading to", attribute: "As", place: "Where",
};
const STATUS_NAMES = {
  asserted: "stated by an article", reported: "only said by somebody", alleged: "alleged", planned: "planned", possible: "possible",
  hypothetical: "only supposed", denied: "denied or negated", disputed: "sources disagree",
};
const DISAGREEMENTS = {
  number: "Different numbers", date: "Different dates", place: "Different places", actor: "Different actors",
  polarity: "Said to be so, and not to be so", status: "More sure in one source than in another",
};
const PAGE = 8; // happenings, or claims of one happening, that are shown at once

/** The sign of a kind of node, as in the picture. */
function icon(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[kind]);
  path.setAttribute("fill", `var(--${kind === "relation" ? "asserted" : kind})`);
  svg.append(path);
  return svg;
}

/** The panel's views; `go` is called with what the reader picks: {item}, {disagreement} or null. */
class Panel {
  constructor(element, data, go) {
    this.element = element;
    this.data = data;
    this.go = go;
  }

  /** Replace what is shown; anything but the overview can be closed. */
  fill(closable, ...children) {
    const close = closable ? make("button", { type: "button", className: "close", ariaLabel: "Close", onclick: () => this.go(null) }, "×") : null;
    this.element.replaceChildren(...[close, ...children].flat().filter((child) => child !== null));
    this.element.scrollTop = 0;
  }

  overview(top) {
    const { disagreements, claims, leftOut } = this.data;
    this.fill(
      false,
      make("h2", {}, "Who did what, according to whom"),
      make("p", { className: "also" }, "Pick a node or a link, or find a name, to read the sentences behind it."),
      leftOut ? make("p", { className: "also" }, `This page leaves out ${leftOut} of the least told; graph.ttl has them.`) : null,
      disagreements.length ? make("h3", {}, "Where sources disagree") : null,
      this.list(disagreements.map(([kind, sides], place) => ({
        icon: "disputed", label: this.sentence(this.itemOf(claims[sides[0][0]])), note: DISAGREEMENTS[kind] ?? kind, pick: { disagreement: place },
      }))),
      make("h3", {}, "Most mentioned"),
      this.list(top.map((item) => this.entry(item))),
    );
  }

  item(place) {
    const item = this.data.items[place];
    if (item.roles) this.happening(item);
    else this.participant(item);
  }

  participant(item) {
    const about = [item.types.join(", ") || "participant", item.mentions ? `mentioned ${times(item.mentions)}` : ""];
    this.fill(
      true,
      make("h2", {}, text(item.label)),
      make("p", { className: "kind" }, icon(item.kind), about.filter(Boolean).join(" · ")),
      item.names.length ? make("p", { className: "also" }, "Also: ", listed(item.names)) : null,
      item.links.map((link) => make("p", { className: "also" }, this.link(link, link))),
      this.copy(item.iri, "Copy IRI"),
      item.items.length ? make("h3", {}, `What is told (${item.items.length})`) : null,
      this.pages(item.items, (place) => this.told(this.data.items[place], place)),
      item.says.length ? make("h3", {}, `What it is quoted for (${item.says.length})`) : null,
      this.pages(item.says, (claim) => this.claim(claim)),
    );
  }

  happening(item) {
    const facts = [
      ...item.roles.map(([role, place]) => [ROLE_NAMES[role] ?? role, this.goTo(place)]),
      ...item.times.map((time) => ["When", time]),
      ...item.quantities.map((quantity) => ["How many", quantity]),
    ];
    this.fill(
      true,
      make("h2", {}, text(this.sentence(item))),
      make("p", { className: "kind" }, icon(item.kind), item.types.join(", ") || item.kind, " ", this.chip(item.status)),
      make("dl", {}, facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
      item.iri ? this.copy(item.iri, "Copy IRI") : null,
      make("h3", {}, ["No claim of its own", "The claim behind it"][item.claims.length] ?? `The ${item.claims.length} claims behind it`),
      this.pages(item.claims, (claim) => this.claim(claim, item.status)),
    );
  }

  /** An edge: all the happenings that it stands for. */
  edge(places) {
    if (places.length === 1) return this.item(places[0]);
    const ends = this.data.items[places[0]].roles.slice(0, 2).map(([, place]) => this.data.items[place].label);
    this.fill(
      true,
      make("h2", {}, text(ends.join(" → "))),
      make("p", { className: "kind" }, `${places.length} happenings`),
      this.pages(places, (place) => this.told(this.data.items[place], place)),
    );
  }

  disagreement(place) {
    const [kind, sides] = this.data.disagreements[place];
    const first = this.itemOf(this.data.claims[sides[0][0]]);
    this.fill(
      true,
      make("h2", {}, "Sources disagree"),
      make("p", {}, text(this.sentence(first))),
      make("p", {}, make("span", { className: "chip disputed" }, DISAGREEMENTS[kind] ?? kind)),
      sides.flatMap((claims, nth) => [make("h3", {}, `Side ${nth + 1}`), ...claims.map((claim) => this.claim(claim, "disputed"))]),
    );
  }

  /** One happening within a longer list. */
  told(item, place) {
    return make(
      "section",
      { className: "told" },
      make("h4", {}, this.goTo(place, this.sentence(item)), this.chip(item.status)),
      this.pages(item.claims, (claim) => this.claim(claim, item.status), 2),
    );
  }

  claim(place, status) {
    const claim = this.data.claims[place];
    const [article, words] = this.data.sentences[claim.sentence];
    const [title, publisher, date, url, language] = this.data.articles[article] ?? ["unknown article", "", "", "", ""];
    const speakers = listed(claim.by, ", as told by ");
    const head = listed([publisher, date].filter(Boolean));
    const confidence = claim.confidence === null ? null : make("span", { className: "source" }, ` · read with confidence ${claim.confidence}`);
    return make(
      "div",
      { className: `claim ${status === "disputed" ? "disputed" : ""}` },
      make("blockquote", { lang: language, dir: "auto" }, this.marked(words, claim.marks)),
      make("p", { className: "says" }, make("b", {}, claim.by.length ? "Said by " : "The article itself", speakers), `: ${claim.sure}`, confidence),
      make("p", { className: "source" }, head, head.length ? ": " : "", url ? this.link(url, title) : text(title)),
      claim.citing.length ? make("p", { className: "source" }, "It cites ", listed(claim.citing)) : null,
      this.copy(claim.iri, "Copy the claim's IRI"),
    );
  }

  /** The sentence with its marked words; marks count UTF-16 units, as strings do here. */
  marked(words, marks) {
    const pieces = [];
    let at = 0;
    for (const [begin, end, what] of marks) {
      pieces.push(words.slice(at, begin), make("mark", { className: what }, words.slice(begin, end)));
      at = end;
    }
    return [...pieces, words.slice(at)];
  }

  /** The first few of a long list, and a button for the next ones. */
  pages(places, show, size = PAGE) {
    const box = make("div", {});
    const more = (from) => {
      box.append(...places.slice(from, from + size).map(show));
      const left = places.length - from - size;
      if (left > 0) {
        const button = make("button", { type: "button", className: "go" }, left > size ? `Show ${size} more of ${left}` : `Show ${left} more`);
        button.onclick = () => { button.remove(); more(from + size); };
        box.append(button);
      }
    };
    more(0);
    return box;
  }

  /** A happening in a few words: its label, or of a lasting relation "Viktor Hale – executive of – Meridian Ports". */
  sentence(item) {
    return item.kind === "relation" ? item.roles.map(([, place]) => this.data.items[place].label).join(` – ${item.verb} – `) : item.label;
  }

  itemOf(claim) {
    const place = this.data.claims.indexOf(claim);
    return this.data.items.find((item) => item.claims?.includes(place)) ?? { label: "", roles: [] };
  }

  entry(place) {
    const item = this.data.items[place];
    return { icon: item.kind, label: item.label, note: times(item.mentions), pick: { item: place } };
  }

  list(entries) {
    return make("ul", { className: "list" }, entries.map(({ icon: kind, label, note, pick }) => {
      const words = make("span", {}, text(label), make("small", {}, note));
      return make("li", {}, make("button", { type: "button", onclick: () => this.go(pick) }, icon(kind), words));
    }));
  }

  goTo(place, label = this.data.items[place].label) {
    return make("button", { type: "button", className: "go", onclick: () => this.go({ item: place }) }, text(label));
  }

  chip(status) {
    return make("span", { className: `chip ${status}` }, STATUS_NAMES[status] ?? status);
  }

  link(url, label) {
    return /^https?:/i.test(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text(label)) : text(label);
  }

  copy(iri, label) {
    const button = make("button", { type: "button", className: "copy", title: iri }, label);
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(iri);
        button.textContent = "Copied";
      } catch {
        button.replaceWith(make("code", { className: "copy" }, iri)); // no access to the clipboard: show it to be marked by hand
      }
    };
    return button;
  }
}
