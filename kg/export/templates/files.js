"use strict";
/* What can be taken from the page: the picture as PNG or SVG, the claims behind what is picked (or shown) as CSV or Turtle, the link. */

class Files {
  constructor(page) {
    Object.assign(this, { page, data: page.data, state: page.state });
    const entries = [
      ["Picture as PNG", () => this.drawn(() => this.png())],
      ["Picture as SVG", () => this.drawn(() => this.save("graph.svg", "image/svg+xml", this.svg()))],
      ["Claims as CSV", () => this.save("claims.csv", "text/csv;charset=utf-8", this.csv())],
      ["Claims as Turtle", () => this.save("claims.ttl", "text/turtle;charset=utf-8", this.turtle())],
    ];
    const hint = make("p", { className: "also" }, "Claims are those behind what is picked, or behind all that the picture shows.");
    at("saves").append(
      ...entries.map(([name, work]) =>
        button(
          name,
          () => {
            this.open(false);
            work();
          },
          "plain",
        ),
      ),
      copier(() => location.href, "Copy link to this view"),
      hint,
    );
    at("save").onclick = () => this.open(at("saves").hidden);
    at("saves").onkeydown = at("save").onkeydown = (event) => {
      if (event.key === "Escape" && !at("saves").hidden) {
        event.stopPropagation();
        this.open(false);
        at("save").focus();
      }
    };
    document.addEventListener("pointerdown", ({ target }) => {
      if (!target.closest(".menu")) this.open(false);
    });
  }

  open(yes) {
    at("saves").hidden = !yes;
    at("save").setAttribute("aria-expanded", String(yes));
  }

  save(name, type, content) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    speak(`Saved ${name}`);
  }

  /** Do something with the picture, which is drawn only while its tab is open. */
  drawn(work) {
    if (this.state.tab === "graph") return work();
    this.page.turn("graph");
    return requestAnimationFrame(() => requestAnimationFrame(work));
  }

  png() {
    const from = at("network").querySelector("canvas");
    const canvas = make("canvas", { width: from.width, height: from.height });
    const context = canvas.getContext("2d");
    context.fillStyle = this.page.picture.colours()("page");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(from, 0, 0);
    canvas.toBlob((blob) => this.save("graph.png", "image/png", blob));
  }

  svg() {
    const { picture } = this.page;
    const { clientWidth: width, clientHeight: height } = at("network");
    const colour = picture.colours();
    const { nodes, edges } = picture.words(width);
    const drawn = new Map(edges.map((edge) => [edge.id, edge]));
    const placed = new Map(nodes.map((node) => [node.id, node]));
    const root = draw("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height }, draw("rect", { width, height, fill: colour("page") }));
    for (const { id, line, width: wide, from, to, bundle } of picture.scene.edges) {
      const [edge, end] = [drawn.get(picture.visId(id)), placed.get(to)];
      if (!edge || !end || !placed.has(from)) continue;
      const points = edge.path.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
      const dashes = LINES[line].dashes ? { "stroke-dasharray": LINES[line].dashes.join(" ") } : {};
      root.append(draw("polyline", { points, fill: "none", stroke: colour(line), "stroke-width": wide, ...dashes }));
      if (!bundle) root.append(this.arrow(edge.path, end.radius, colour(line)));
    }
    for (const node of picture.scene.nodes) if (placed.has(node.id)) root.append(this.shape(node, placed.get(node.id), colour));
    for (const { label, x, y, font, colour: fill } of picture.written ?? []) {
      const [, style, weight, size] = /^(italic )?(\d+ )?([\d.]+)px/.exec(font) ?? [];
      const look = { "font-family": FONT, "font-size": size ?? 12, "font-weight": weight?.trim() ?? 400, "font-style": style ? "italic" : "normal" };
      const halo = { fill, stroke: colour("page"), "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" };
      root.append(
        draw("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": "middle", "dominant-baseline": "central", ...look, ...halo }, label),
      );
    }
    return new XMLSerializer().serializeToString(root);
  }

  /** A triangle where the edge meets its end's rim. */
  arrow(path, radius, fill) {
    const [x, y] = path.at(-1);
    const before = path.findLast(([a, b]) => Math.hypot(a - x, b - y) > radius + 4) ?? path[0];
    const angle = Math.atan2(y - before[1], x - before[0]);
    const tip = [x - radius * Math.cos(angle), y - radius * Math.sin(angle)];
    const corner = (turn) => [tip[0] - 8 * Math.cos(angle + turn), tip[1] - 8 * Math.sin(angle + turn)];
    return draw("polygon", { points: [tip, corner(0.4), corner(-0.4)].map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(" "), fill });
  }

  shape({ kind, status }, { x, y, radius }, colour) {
    const fill = colour(kind === "cluster" ? "line" : kind === "happening" && status === "disputed" ? "disputed" : kind);
    const size = (radius / 7).toFixed(3);
    return draw("path", {
      d: SHAPES[kind === "cluster" ? "person" : kind],
      fill,
      transform: `translate(${(x - 8 * size).toFixed(1)} ${(y - 8 * size).toFixed(1)}) scale(${size})`,
    });
  }

  /** Claims behind what is picked, or else behind what the picture shows. */
  claims() {
    const { data, state } = this;
    const { pick } = state;
    if (pick?.disagreement !== undefined) return data.disagreements[pick.disagreement].sides.flat();
    const picked = pick?.items ?? (pick?.item !== undefined ? [pick.item] : null);
    const shown = () => this.page.scenes.build().edges.flatMap(({ items }) => items);
    const items = (picked ?? shown()).flatMap((place) => (data.items[place].roles ? [place] : data.involved(place)));
    return [...new Set(items)].sort((a, b) => a - b).flatMap((place) => data.claimsOf(data.items[place]));
  }

  csv() {
    const cell = (value) => {
      const words = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value; // no spreadsheet is to take an article's words for a formula
      return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
    };
    const rows = this.claims().map((place) => {
      const claim = this.data.claim(place);
      const { title, publisher, date } = claim.article ?? { title: "", publisher: "", date: "" };
      const told = this.data.sentence(this.data.toldBy(place));
      return [
        told,
        claim.words,
        title,
        publisher,
        date,
        claim.by.map(({ label }) => label).join("; "),
        sure(claim),
        `${claim.confidence ?? ""}`,
        claim.iri,
      ];
    });
    const head = ["happening", "sentence", "article", "publisher", "date", "said by", "how sure", "confidence", "claim"];
    return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  /** The claims with their words and places, in the terms of graph.ttl: each of these triples stands there too. */
  turtle() {
    const { data } = this;
    const iri = (value) => `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (found) => `\\u${found.codePointAt(0).toString(16).padStart(4, "0")}`)}>`;
    const literal = (value) => `"${value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
    const place = (value) => iri(typeof value === "number" ? data.iriOf(value) : value);
    const blocks = new Map();
    const say = (subject, ...pairs) => blocks.set(subject, pairs.filter(Boolean).join(" ;\n\t"));
    for (const number of this.claims()) {
      const claim = data.claim(number);
      const told = data.toldBy(number);
      say(
        iri(claim.iri),
        "a kg:Claim",
        `rdf:subject ${place(claim.subject)}`,
        `rdf:predicate ${iri(claim.predicate)}`,
        `rdf:object ${place(claim.object)}`,
        told.kind === "happening" && `kg:about ${place(told.place)}`,
        `kg:modality kg:${claim.modality}`,
        `kg:polarity kg:${claim.polarity}`,
        claim.by[0]?.item !== undefined && `prov:wasAttributedTo ${place(claim.by[0].item)}`,
        claim.article && `schema:appearance ${iri(claim.article.iri)}`,
        `prov:wasQuotedFrom ${iri(claim.span)}`,
      );
      say(iri(claim.span), `nif:anchorOf ${literal(claim.words)}`);
      for (const item of [claim.subject, claim.object, told.place, claim.by[0]?.item]) {
        if (typeof item === "number" && data.iriOf(item)) say(iri(data.iriOf(item)), `rdfs:label ${literal(data.items[item].label)}`);
      }
    }
    const head = Object.entries(PREFIXES).map(([name, value]) => `@prefix ${name}: <${value}> .\n`);
    return head
      .concat(
        "\n",
        [...blocks].sort().map(([subject, pairs]) => `${subject} ${pairs} .\n`),
      )
      .join("");
  }
}
