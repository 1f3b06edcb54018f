"use strict";
/* Claims in words: the sentence with its marked words, where it stands, who says so, how sure it is, and how to ask a store for it. */

const PREFIXES = {
  kg: "https://w3id.org/newskg/ontology#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  prov: "http://www.w3.org/ns/prov#",
  schema: "https://schema.org/",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  dcterms: "http://purl.org/dc/terms/",
};
const MARK_NAMES = ["event", "part", "cue"];

/** SPARQL for a claim, or for all claims that speak of an entity or a happening; whole, so that it runs in any store. */
function sparql(iri, isClaim) {
  const used = ["kg", "prov", "schema", "nif", "dcterms"];
  const which = isClaim ? `  VALUES ?claim { <${iri}> }` : `  ?claim ?role <${iri}> ; a kg:Claim .`;
  return [
    ...used.map((name) => `PREFIX ${name}: <${PREFIXES[name]}>`),
    "SELECT DISTINCT ?claim ?sentence ?article ?modality ?polarity ?source {",
    which,
    "  ?claim prov:wasQuotedFrom/nif:anchorOf ?sentence ; schema:appearance/dcterms:identifier ?article ;",
    "         kg:modality ?modality ; kg:polarity ?polarity .",
    "  OPTIONAL { ?claim prov:wasAttributedTo ?source }",
    "} ORDER BY ?article ?claim",
    "",
  ].join("\n");
}

/** The sentence with its marked words; marks count UTF-16 units, as strings do here. */
function marked(words, marks) {
  const pieces = [];
  let from = 0;
  for (let nth = 0; nth < marks.length; nth += 3) {
    const [begin, end, what] = marks.slice(nth, nth + 3);
    pieces.push(words.slice(from, begin), make("mark", { className: MARK_NAMES[what] }, words.slice(begin, end)));
    from = end;
  }
  return [...pieces, words.slice(from)];
}

/** Whoever says it: "Viktor Hale, as told by Harbour Post", each a button where the graph knows them. */
function voices(claim, go) {
  const speakers = claim.by.map(({ item, label }) => (item === undefined ? text(label) : button(text(label), () => go({ item }))));
  return claim.by.length ? ["Said by ", make("b", {}, listed(speakers, ", as told by "))] : make("b", {}, "The article itself");
}

/** A link to the page of an IRI where `kg serve` has one. */
function pageLink(data, iri) {
  const href = data.pageOf(iri);
  return href ? make("a", { href, className: "copy", title: "Its own page, with all that the graph says of it" }, "Page") : null;
}

/** One claim as a card; `kind` is that of the disagreement of which it takes a side. */
function claimCard(data, place, go, disputed = false, kind = "") {
  const claim = data.claim(place);
  const { title, publisher, date, url, language } = claim.article ?? { title: "unknown article", publisher: "", date: "", url: "", language: "" };
  const head = listed([publisher, date].filter(Boolean));
  return make(
    "article",
    { className: `claim${disputed ? " disputed" : ""}` },
    make("blockquote", { lang: language, dir: "auto" }, marked(claim.words, claim.marks)),
    make("p", { className: "says" }, voices(claim, go), `: ${kind === "status" && claim.polarity === "negative" ? UNVERIFIED : sure(claim)}`),
    make("p", { className: "source" }, head, head.length ? ": " : "", link(url, title)),
    claim.citing.length ? make("p", { className: "source" }, "It cites ", listed(claim.citing)) : null,
    make(
      "p",
      { className: "tools" },
      claim.confidence === null
        ? null
        : make("span", { title: "How often the rule that read this sentence was right on a labelled sample" }, `confidence ${claim.confidence}`),
      copier(() => claim.iri, "Copy IRI"),
      copier(() => sparql(claim.iri, true), "Copy SPARQL"),
      pageLink(data, claim.iri),
    ),
  );
}

/** The sides of a disagreement beside one another, each sentence once. */
function sides(data, disagreement, go, most = 3) {
  const once = (claims) => [...new Map(claims.toReversed().map((claim) => [data.evidence.claims[claim][1], claim])).values()].reverse();
  return make(
    "div",
    { className: "sides" },
    disagreement.sides.map((claims, nth) =>
      make(
        "section",
        {},
        make("h4", {}, `Side ${nth + 1}`),
        pages(once(claims), (claim) => claimCard(data, claim, go, true, disagreement.kind), most),
      ),
    ),
  );
}
