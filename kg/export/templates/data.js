"use strict";
/*
 * The graph, as the page's two blocks hold it. The core is parsed at once; the evidence (claims, sentences, other names, IRIs), which is
 * packed, when somebody first asks for it. Items, nodes, edges and claims are numbered by their place in the lists; fields as in kg/export/view_pack.py.
 */

/** The JSON of a packed block. */
async function unpacked(id) {
  const packed = atob(at(id).textContent);
  const bytes = new Uint8Array(packed.length);
  for (let nth = 0; nth < packed.length; nth++) bytes[nth] = packed.charCodeAt(nth);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

class Data {
  constructor(core, evidence) {
    const { things, happenings, articles, nodes, edges, kinds, lines, disagreements } = core;
    this.source = evidence;
    this.first = core.first;
    this.leftOut = core.leftOut;
    this.articles = articles.map(([id, title, publisher, date, url, language, iri]) => ({ id, title, publisher, date, url, language, iri }));
    this.items = things.map(([label, kind, types, mentions], place) => ({ place, label, kind: kinds[kind], types, mentions }));
    let from = 0;
    for (const [label, verb, lasting, types, status, roles, when, quantities, told, inArticles, origins] of happenings) {
      this.items.push({
        place: this.items.length,
        label,
        verb,
        kind: lasting ? "relation" : "happening",
        types,
        status,
        when,
        quantities,
        articles: inArticles,
        origins,
        roles: roles.flatMap(([role, ...parts]) => parts.map((part) => [role, part])),
        claims: told,
        from,
      });
      from += told;
    }
    this.things = things.length;
    this.disagreements = disagreements.map(([kind, ref, sides], place) => ({ place, kind, ref, sides, item: this.toldBy(sides[0][0]) }));
    this.nodes = nodes.map(([item, label, weight, loose, x, y], id) => ({
      id,
      item,
      label,
      weight: weight / 100,
      loose: loose === 1,
      x,
      y,
      links: [],
    }));
    this.edges = edges.map(([from, to, label, line, items], id) => {
      const edge = { id, from, to, label, line: lines[line], items, origins: Math.max(...items.map((item) => this.items[item].origins)) };
      this.nodes[from].links.push(edge);
      if (to !== from) this.nodes[to].links.push(edge);
      return edge;
    });
    this.nodeOf = new Map(this.nodes.map((node) => [node.item, node]));
  }

  /** The day before which all is long before the articles, thirty years before the first; none where no article has a date. */
  since() {
    const first = this.articles.map(({ date }) => date).filter(Boolean).sort()[0] ?? "";
    return first && String(Number(first.slice(0, 4)) - 30).padStart(4, "0") + first.slice(4);
  }

  /** Happenings and lasting relations that somebody tells. */
  get told() {
    this.tellers ??= this.items.slice(this.things).filter((item) => item.claims);
    return this.tellers;
  }

  /** Whatever is in the second block, read once. */
  get evidence() {
    this.read ??= JSON.parse(this.source);
    return this.read;
  }

  iri(short) {
    return short.startsWith("<") ? short.slice(1) : this.evidence.base + short;
  }

  /** The IRI of an item; a lasting relation has none of its own. */
  iriOf(place) {
    const short = this.evidence.iris[place];
    return short ? this.iri(short) : "";
  }

  /** The address of an IRI's own page where `kg serve` shows this one, else nothing. */
  pageOf(iri) {
    const article = this.articles[0]?.iri ?? "";
    const base = article.slice(0, Math.max(0, article.lastIndexOf("document/")));
    if (!SERVED || !iri) return "";
    if (!base || !iri.startsWith(base)) return `about?iri=${encodeURIComponent(iri)}`;
    return `./${encodeURI(iri.slice(base.length)).replaceAll("%25", "%").replaceAll("?", "%3F")}`;
  }

  /** What names an item in an address: the end of its IRI, of a lasting relation that of its first claim. */
  refOf(place) {
    return this.evidence.iris[place] || `${this.evidence.claims[this.items[place].from]?.[0] ?? ""}`;
  }

  /** The item of such a name, or undefined. */
  placeOf(ref) {
    this.refs ??= new Map(this.items.map(({ place }) => [this.refOf(place), place]));
    return this.refs.get(ref);
  }

  claim(place) {
    const row = this.evidence.claims[place];
    const [iri, sentence, marks, by, modality, polarity, confidence, subject, predicate, object, propositions, citing] = row;
    const [article, words, span] = this.evidence.sentences[sentence];
    return {
      place,
      iri: this.iri(iri),
      words,
      marks,
      modality,
      polarity,
      confidence,
      subject,
      object,
      propositions,
      citing,
      article: this.articles[article],
      by: by.map((one) => (typeof one === "number" ? { item: one, label: this.items[one].label } : { label: one })),
      predicate: this.evidence.predicates[predicate],
      span: this.iri(span),
    };
  }

  /** The claims that tell a happening or a lasting relation. */
  claimsOf(item) {
    return Array.from({ length: item.claims ?? 0 }, (_, nth) => item.from + nth);
  }

  /** The happening that a claim tells. */
  toldBy(claim) {
    const { told } = this;
    let [low, high] = [0, told.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (told[middle].from <= claim) low = middle;
      else high = middle;
    }
    return told[low];
  }

  names(place) {
    return this.evidence.names[place] ?? [];
  }

  /** Happenings that a participant takes part in, those of most interest first. */
  involved(place) {
    this.parts ??= this.gather();
    return this.parts.get(place) ?? [];
  }

  gather() {
    const parts = new Map();
    const interest = (a, b) =>
      (b.status === "disputed") - (a.status === "disputed") || b.origins - a.origins || b.claims - a.claims || a.place - b.place;
    for (const item of this.told.toSorted(interest)) {
      for (const part of new Set(item.roles.map(([, place]) => place))) {
        if (!parts.has(part)) parts.set(part, []);
        parts.get(part).push(item.place);
      }
    }
    return parts;
  }

  /** Claims for which an item is the innermost source. */
  says(place) {
    if (!this.sayings) {
      this.sayings = new Map();
      this.evidence.claims.forEach(([, , , [speaker]], claim) => {
        if (!this.sayings.has(speaker)) this.sayings.set(speaker, []);
        this.sayings.get(speaker).push(claim);
      });
    }
    return this.sayings.get(place) ?? [];
  }

  /** A happening in a few words: its label, or of a lasting relation "Viktor Hale – executive of – Meridian Ports". */
  sentence(item) {
    return item.kind === "relation" ? item.roles.map(([, place]) => this.items[place].label).join(` – ${item.verb} – `) : item.label;
  }

  /** The disagreements that a happening's claims are part of. */
  disputes(item) {
    const claims = new Set(this.claimsOf(item));
    return this.disagreements.filter(({ sides }) => sides.some((side) => side.some((claim) => claims.has(claim))));
  }
}
