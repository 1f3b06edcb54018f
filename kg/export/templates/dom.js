"use strict";
/* Elements, made safely: text of articles goes into the page as text nodes only, and a link only where it is http(s). */

const SVG = "http://www.w3.org/2000/svg";
/** Whether the panel is below the picture, as in view.css. */
const NARROW = matchMedia("(max-width: 760px)");
/** Whether `kg serve` shows this page, so that its other pages stand beside it. */
const SERVED = "served" in document.documentElement.dataset;
const at = (id) => document.getElementById(id);

/** An element with properties and children; strings become text nodes, null is left out. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** An SVG element with attributes and children. */
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text of unknown direction, kept from reordering its neighbours. */
const text = (words) => make("bdi", {}, words);

/** "A, B, C", each part kept apart from the others. */
const listed = (parts, between = ", ") => parts.flatMap((part, nth) => [nth ? between : "", part instanceof Node ? part : text(part)]);

const button = (words, onclick, className = "go") => make("button", { type: "button", className, onclick }, words);

/** A link where a browser may follow it, else its label alone. */
function link(url, label) {
  return /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text(label)) : text(label);
}

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
  cluster: "M8 1a7 7 0 1 0 .01 0zM8 4a4 4 0 1 1-.01 0z",
};

/** The sign of a kind of node, as in the picture. */
function icon(kind) {
  const fill = `var(--${{ relation: "asserted", cluster: "muted" }[kind] ?? kind})`;
  return draw("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, draw("path", { d: SHAPES[kind], fill }));
}

/** A piece of a line as the picture draws it. */
function stroke(line) {
  const { width, dashes } = LINES[line];
  const pattern = dashes ? dashes.join(" ") : "none";
  const sign = { x1: 0, y1: 6, x2: 28, y2: 6, stroke: `var(--${line})`, "stroke-width": width, "stroke-dasharray": pattern };
  return draw("svg", { class: "stroke", "aria-hidden": "true" }, draw("line", sign));
}

/** Where else one can go on the site of `kg serve`. */
function siteLinks() {
  const places = { newskg: "./", Entities: "entities", Events: "events", Documents: "documents", Conflicts: "conflicts", Query: "query" };
  const links = Object.entries(places).map(([name, href]) => make("a", { href }, name));
  return make("nav", { className: "site", ariaLabel: "Site" }, links, make("span", { ariaCurrent: "page" }, "Picture"));
}

/** A button that puts words on the clipboard, or shows them to be marked by hand where it cannot. */
function copier(words, label) {
  const element = button(
    label,
    async () => {
      try {
        await navigator.clipboard.writeText(words());
        element.textContent = "Copied";
        speak("Copied");
      } catch {
        element.replaceWith(make("code", { className: "copy" }, words()));
      }
    },
    "copy",
  );
  return element;
}

/** Tell a screen reader. */
function speak(words) {
  at("spoken").textContent = words;
}

/** The first few of a long list, and a button for the next ones. */
function pages(list, show, size, box = make("div", {})) {
  const more = (from) => {
    box.append(...list.slice(from, from + size).map(show));
    const left = list.length - from - size;
    if (left > 0) {
      const next = button(
        left > size ? `Show ${size} more of ${left}` : `Show ${left} more`,
        () => {
          (next.closest("tr") ?? next.closest("li") ?? next).remove();
          more(from + size);
        },
        "go more",
      );
      const held = { TBODY: () => make("tr", {}, make("td", { colSpan: 9 }, next)), OL: () => make("li", {}, next), UL: () => make("li", {}, next) };
      box.append(held[box.tagName]?.() ?? next);
    }
  };
  more(0);
  return box;
}
