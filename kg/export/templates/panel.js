"use strict";
/* The side panel: evidence in words. `page` is asked for what the reader picks: go(pick), around, path, pin, hide. */

const PAGE = 8; // happenings, or claims of one happening, that are shown at once

class Panel {
  constructor(page) {
    Object.assign(this, { page, data: page.data, state: page.state, element: at("panel"), go: (pick) => page.go(pick) });
  }

  /** Show what is picked. */
  show() {
    const { pick } = this.state;
    if (pick === null) this.overview();
    else if (pick.cluster !== undefined) this.cluster(pick.cluster);
    else if (pick.disagreement !== undefined) this.disagreement(this.data.disagreements[pick.disagreement]);
    else if (pick.items) this.links(pick.items);
    else this.item(pick.item);
  }

  /** Replace what is shown; anything but the overview can be closed. */
  fill(closable, ...children) {
    const close = closable ? make("button", { type: "button", className: "close", ariaLabel: "Close", onclick: () => this.go(null) }, "×") : null;
    this.element.replaceChildren(...[close, ...children].flat().filter((child) => child !== null));
    this.element.scrollTop = 0;
  }

  overview() {
    const { data } = this;
    const mentions = (item) => item.mentions ?? 0;
    const most = data.items
      .slice(0, data.things)
      .filter(mentions)
      .sort((a, b) => mentions(b) - mentions(a) || a.place - b.place)
      .slice(0, 10);
    const told = data.told.filter((item) => item.origins > 1 && item.roles.length > 1);
    const lasts = (item) => Number(item.kind === "relation"); // who holds an office everybody knows: what happened goes first
    const top = told
      .sort((a, b) => lasts(a) - lasts(b) || b.origins - a.origins || b.articles.length - a.articles.length || b.claims - a.claims || a.place - b.place)
      .slice(0, 7);
    this.fill(
      false,
      make("h2", {}, "Who did what, according to whom"),
      make("p", { className: "also" }, "Pick a node, a link or a line below to read the sentences behind it."),
      data.leftOut
        ? make("p", { className: "also" }, `This page leaves out ${data.leftOut.toLocaleString("en")} of the least told; graph.ttl has them.`)
        : null,
      data.disagreements.length ? make("h3", {}, "Where sources disagree") : null,
      this.list(
        data.disagreements.slice(0, 5).map(({ kind, item, place }, n, all) => {
          const about = DISAGREEMENTS[kind] ?? kind;
          const again = n > 0 && all[n - 1].item === item; // another matter of the same happening
          return { icon: "disputed", label: again ? about : data.sentence(item), note: again ? "" : about, pick: { disagreement: place } };
        }),
      ),
      data.disagreements.length > 5 ? button(`All ${data.disagreements.length} disagreements`, () => this.page.turn("conflicts")) : null,
      top.length ? make("h3", {}, "Told by most sources") : null,
      this.list(
        top.map((item) => ({
          icon: item.status === "disputed" ? "disputed" : item.kind,
          label: data.sentence(item),
          note: this.weight(item),
          pick: { item: item.place },
        })),
      ),
      most.length ? make("h3", {}, "Most mentioned") : null,
      this.list(most.map((item) => ({ icon: item.kind, label: item.label, note: times(item.mentions), pick: { item: item.place } }))),
    );
  }

  /** "4 independent sources in 5 articles, 10 December 2025" */
  weight({ origins, articles, when }) {
    const sources = `${count(origins, "independent source")} in ${count(articles.length, "article")}`;
    return [sources, ...when.slice(0, 2).map(([, , words]) => words)].join(", ");
  }

  item(place) {
    const item = this.data.items[place];
    if (item.roles) this.happening(item);
    else this.participant(item);
  }

  participant(item) {
    const { data } = this;
    const about = [item.types.join(", ") || "participant", item.mentions ? `mentioned ${times(item.mentions)}` : ""];
    const [names, links, involved, says] = [
      data.names(item.place),
      data.evidence.links[item.place] ?? [],
      data.involved(item.place),
      data.says(item.place),
    ];
    this.fill(
      true,
      make("h2", {}, text(item.label)),
      make("p", { className: "kind" }, icon(item.kind), about.filter(Boolean).join(" · ")),
      names.length ? make("p", { className: "also" }, "Also: ", listed(names)) : null,
      links.map((url) => make("p", { className: "also" }, link(url, url))),
      this.tools(item),
      involved.length ? make("h3", {}, `What is told (${involved.length})`) : null,
      pages(involved, (one) => this.told(data.items[one]), PAGE),
      says.length ? make("h3", {}, `What it is quoted for (${says.length})`) : null,
      pages(says, (claim) => claimCard(data, claim, this.go), PAGE),
    );
  }

  /** What can be done with a node, and its IRI. */
  tools(item) {
    const { page, state, data } = this;
    const node = data.nodeOf.has(item.place);
    const toggle = (set, words, back) => button(set.has(item.place) ? back : words, () => page.toggle(set, item.place), "plain");
    return [
      make(
        "div",
        { className: "actions", role: "group", ariaLabel: "With this node" },
        node ? button("Neighbours", () => page.around(item.place), "plain") : null,
        node ? button("Path to…", () => page.startPath(item.place), "plain") : null,
        node ? toggle(state.pinned, "Pin", "Unpin") : null,
        node ? toggle(state.hidden, "Hide", "Unhide") : null,
        state.tab === "graph" ? null : button("Show in the graph", () => page.turn("graph"), "plain"),
      ),
      make(
        "p",
        { className: "tools" },
        data.iriOf(item.place)
          ? [copier(() => data.iriOf(item.place), "Copy IRI"), copier(() => sparql(data.iriOf(item.place), false), "Copy SPARQL"), pageLink(data, data.iriOf(item.place))]
          : null,
      ),
    ];
  }

  happening(item) {
    const { data } = this;
    const facts = [
      ...Map.groupBy(item.roles, ([role]) => ROLE_NAMES[role] ?? role),
      ["When", item.when.map(([, , words]) => words)],
      ["How many", item.quantities],
      ["Told by", item.claims ? [`${count(item.origins, "independent source")} in ${count(item.articles.length, "article")}`] : []],
    ];
    const value = (one) => make("dd", {}, typeof one === "string" ? one : this.goTo(one[1]));
    const disputes = data.disputes(item);
    this.fill(
      true,
      make("h2", {}, text(data.sentence(item))),
      make("p", { className: "kind" }, icon(item.status === "disputed" ? "disputed" : item.kind), item.types.join(", ") || item.kind, " ", this.chip(item.status)),
      make(
        "dl",
        {},
        facts.flatMap(([name, values]) => (values.length ? [make("dt", {}, name), values.map(value)] : [])),
      ),
      this.tools(item),
      disputes
        .map((one) => [make("h3", {}, `Sources disagree: ${(DISAGREEMENTS[one.kind] ?? one.kind).toLowerCase()}`), sides(data, one, this.go, 1)])
        .flat(),
      make("h3", {}, ["No claim of its own", "The claim behind it"][item.claims] ?? `The ${item.claims} claims behind it`),
      pages(data.claimsOf(item), (claim) => claimCard(data, claim, this.go, item.status === "disputed"), PAGE),
    );
  }

  /** An edge: all the happenings that it stands for. */
  links(places) {
    if (places.length === 1) return this.item(places[0]);
    const ends = this.data.items[places[0]].roles.slice(0, 2).map(([, place]) => this.data.items[place].label);
    return this.fill(
      true,
      make("h2", {}, text(ends.join(" → "))),
      make("p", { className: "kind" }, count(places.length, "happening")),
      this.state.tab === "graph" ? null : button("Show in the graph", () => this.page.turn("graph"), "plain"),
      pages(places, (place) => this.told(this.data.items[place]), PAGE),
    );
  }

  disagreement(one) {
    this.fill(
      true,
      make("h2", {}, "Sources disagree"),
      make("p", {}, this.goTo(one.item.place, this.data.sentence(one.item))),
      make("p", {}, make("span", { className: "chip disputed" }, DISAGREEMENTS[one.kind] ?? one.kind)),
      this.state.tab === "graph" ? null : button("Show in the graph", () => this.page.turn("graph"), "plain"),
      sides(this.data, one, this.go),
    );
  }

  cluster(number) {
    const { page, data } = this;
    const ids = page.scenes.groups[number] ?? [];
    const open = this.state.view.open?.includes(number);
    this.fill(
      true,
      make("h2", {}, text(ids.length ? page.scenes.clusterName(number) : "No such cluster")),
      make("p", { className: "kind" }, icon("cluster"), `cluster of ${count(ids.length, "node")} with more links among them than to others`),
      make(
        "div",
        { className: "actions" },
        button(open ? "Collapse" : "Open", () => page.open(number), "plain"),
      ),
      make("h3", {}, "In it"),
      pages(ids, (id) => this.entry(data.items[data.nodes[id].item]), 20, make("ul", { className: "list" })),
    );
  }

  /** One happening within a longer list. */
  told(item) {
    return make(
      "section",
      { className: "told" },
      make("h4", {}, this.goTo(item.place, this.data.sentence(item)), " ", this.chip(item.status)),
      pages(this.data.claimsOf(item), (claim) => claimCard(this.data, claim, this.go, item.status === "disputed"), 2),
    );
  }

  entry(item) {
    const note = item.roles ? this.weight(item) : item.types.join(", ");
    return this.line({ icon: item.kind, label: this.data.sentence(item), note, pick: { item: item.place } });
  }

  list(entries) {
    return entries.length
      ? make(
          "ul",
          { className: "list" },
          entries.map((entry) => this.line(entry)),
        )
      : null;
  }

  line({ icon: kind, label, note, pick }) {
    const words = make("span", {}, text(label), make("small", {}, note));
    return make("li", {}, make("button", { type: "button", onclick: () => this.go(pick) }, icon(kind), words));
  }

  goTo(place, label = this.data.items[place].label) {
    return button(text(label), () => this.go({ item: place }));
  }

  chip(status) {
    return make("span", { className: `chip ${status}` }, STATUS_NAMES[status] ?? status);
  }
}
