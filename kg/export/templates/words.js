"use strict";
/* The page's own words for kinds, roles, certainty and lines. */

const KIND_NAMES = {
  person: "People", organization: "Organizations", place: "Places", group: "Groups", object: "Objects",
  other: "Other", happening: "Happenings",
};
const ROLE_NAMES = {
  agent: "Who", patient: "Whom or what", recipient: "To whom", topic: "About", instrument: "With what", source: "From", goal: "To",
  purpose: "What for", beneficiary: "For whom", cause: "Because of", result: "Leading to", attribute: "As", place: "Where",
  subEventOf: "Part of",
};
const STATUS_NAMES = {
  asserted: "stated by an article", reported: "only said by somebody", alleged: "alleged", planned: "planned", possible: "possible",
  hypothetical: "only supposed", denied: "denied or negated", disputed: "sources disagree",
  onlyMentioned: "only mentioned",
};
/** Which line each status has in the picture. */
const LINE_OF = {
  asserted: "asserted", reported: "reported", alleged: "open", planned: "open", possible: "open", hypothetical: "open", onlyMentioned: "open", denied: "denied",
  disputed: "disputed",
};
const LINES = {
  asserted: { name: "stated", width: 2, dashes: false },
  reported: { name: "said by somebody", width: 1.2, dashes: false },
  open: { name: "alleged or possible", width: 1.6, dashes: [7, 5] },
  denied: { name: "denied or negated", width: 1.6, dashes: [2, 4] },
  disputed: { name: "sources disagree", width: 2.6, dashes: [14, 4] },
};
/** How sure a claim is, by modality and polarity. */
const SURE = {
  actual: ["told as a fact", "stated not to be so"],
  alleged: ["alleged", "alleged not to be so"],
  possible: ["possible, not certain", "possibly not so"],
  planned: ["planned, not yet done", "planned not to happen"],
  hypothetical: ["only supposed", "supposed not to be so"],
  denied: ["denied", "denied"],
};
/** What somebody has not verified is not said to be not so. */
const UNVERIFIED = "not verified";
const DISAGREEMENTS = {
  number: "Different numbers", date: "Different dates", place: "Different places", actor: "Different actors",
  polarity: "Said to be so, and not to be so", status: "More sure in one source than in another",
};
const NOBODY = "a source that is not named";

const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const times = (number) => (number === 1 ? "once" : `${number} times`);
const sure = (claim) => (SURE[claim.modality] ?? [claim.modality, `not ${claim.modality}`])[claim.polarity === "negative" ? 1 : 0];
const clipped = (words, most) => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);
/** Words compared without case and accents. */
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What one document does with a happening, as `kg sources` tells it. */
const STANCES = {
  A: "asserts", a: "attributes to somebody", D: "denies", h: "hedges (alleged, planned, possible)",
};
function stance(claim) {
  if (claim.polarity === "negative" || claim.modality === "denied") return "D";
  if (claim.modality === "actual") return claim.by.length ? "a" : "A";
  return claim.by.length ? "a" : "h";
}
