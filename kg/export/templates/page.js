"use strict";
/* The page as a whole: every change of what the reader looks at goes through `update`, which shows it and writes it into the address. */

class Page {
  constructor(data) {
    this.data = data;
    this.state = new State(this.data);
    this.sieve = new Sieve(this.state);
    this.scenes = new Scenes(this.state, this.sieve);
    this.waiting = null; // the item that a path is to start from, while its other end is chosen
    this.picture = new Picture(this.state, (pick) => this.clicked(pick));
    this.panel = new Panel(this);
    this.legend = new Legend(this.state, () => this.update({ push: false }));
    this.filters = new Filters(this.state, this.sieve, () => this.update({ push: false }));
    this.times = new Times(this.state, () => this.update({ push: false }));
    this.search = new Search(this.data, (pick) => this.go(pick));
    this.tables = new Tables(this);
    this.matrix = new Matrix(this);
    this.files = new Files(this);
    this.listen();
    this.restore();
  }

  listen() {
    addEventListener("popstate", () => this.restore());
    addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== this.state.address) this.restore();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (this.waiting !== null) this.stopPath();
      else if (this.state.pick) this.go(null, this.picture.surface);
    });
    const tabs = TABS.map((tab) => at(`tab-${tab}`));
    tabs.forEach((element, nth) => {
      element.onclick = () => this.turn(TABS[nth]);
      element.onkeydown = ({ key }) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (step) {
          const next = (nth + step + TABS.length) % TABS.length;
          this.turn(TABS[next]);
          tabs[next].focus();
        }
      };
    });
    at("tab-conflicts").hidden = !this.data.disagreements.length;
    if (SERVED) document.querySelector("header").prepend(siteLinks());
  }

  /** Show what the address says. */
  restore() {
    this.state.address = location.hash.slice(1);
    if (this.state.narrowed) this.filters.open(true);
    this.update({ write: false, follow: true });
  }

  /** Show the state; a step that one can go back from is pushed, any other replaces the last one. */
  update({ push = true, write = true, follow = false } = {}) {
    const { state } = this;
    this.sieve.reset();
    if (write) {
      const url = `#${state.address}`;
      if (url !== (location.hash || "#")) history[push ? "pushState" : "replaceState"](null, "", url);
    }
    for (const tab of TABS) {
      at(`view-${tab}`).hidden = state.tab !== tab;
      at(`tab-${tab}`).setAttribute("aria-selected", String(state.tab === tab));
      at(`tab-${tab}`).tabIndex = state.tab === tab ? 0 : -1;
    }
    this.legend.show();
    this.filters.show();
    this.times.show();
    this.crumb();
    if (state.tab === "graph") {
      const scene = this.scenes.build();
      this.picture.show(scene);
      this.crumb(scene);
      if (follow) this.picture.follow();
    } else if (state.tab === "sources") this.matrix.show();
    else this.tables[state.tab]();
    this.panel.show();
  }

  // ---- what the reader asks for ----
  /** Pick something: its evidence is shown, and `focus` gets the keyboard. */
  go(pick, focus = at("panel")) {
    if (this.waiting !== null && pick?.item !== undefined && this.data.nodeOf.has(pick.item)) return this.endPath(pick.item);
    this.state.pick = pick;
    this.update({ follow: pick !== null });
    focus.focus({ preventScroll: true });
    if (NARROW.matches) focus.scrollIntoView(); // there the panel is below the picture
    this.say();
    return undefined;
  }

  /** A click on the picture leaves the view where it is. */
  clicked(pick) {
    if (this.waiting !== null && pick?.item !== undefined) return this.endPath(pick.item);
    this.state.pick = pick;
    this.update();
    this.say();
    return undefined;
  }

  say() {
    if (this.state.pick) speak(`Evidence: ${at("panel").querySelector("h2")?.textContent ?? ""}`);
  }

  turn(tab) {
    this.state.tab = tab;
    this.update({ follow: true });
    if (NARROW.matches) document.querySelector(".stage").scrollIntoView();
  }

  narrow(key, value) {
    this.state.filter[key] = value;
    this.filters.open(true);
    this.update({ push: false });
  }

  look(view) {
    this.state.tab = "graph";
    this.state.view = view;
    this.waiting = null;
    this.update();
    if (NARROW.matches) document.querySelector(".stage").scrollIntoView();
  }

  around(item, depth = 1) {
    this.look({ mode: "around", item, depth });
    this.picture.fit();
  }

  story(detail = this.data.first) {
    this.look({ mode: "story", detail });
  }

  startPath(item) {
    this.waiting = item;
    this.state.tab = "graph";
    this.update();
    at("search").focus();
    speak("Find or click the other end of the path");
  }

  stopPath() {
    this.waiting = null;
    this.update();
  }

  endPath(to) {
    const item = this.waiting;
    this.waiting = null;
    this.state.pick = null;
    this.picture.surface.focus({ preventScroll: true });
    this.look(item === to ? { mode: "around", item, depth: 1 } : { mode: "path", item, to });
  }

  open(number) {
    const open = new Set(this.state.view.open ?? []);
    if (open.has(number)) open.delete(number);
    else open.add(number);
    this.look({ mode: "clusters", open: [...open].sort((a, b) => a - b) });
  }

  toggle(set, item) {
    if (set.has(item)) set.delete(item);
    else set.add(item);
    this.update({ push: false });
  }

  // ---- the line above the picture ----
  /** What the picture shows, and the ways to other views of it. */
  crumb(scene = null) {
    const { view, pinned } = this.state;
    const name = (place) => make("b", {}, text(this.data.items[place].label));
    const back = button("Main story", () => this.story());
    const clusters = button("Clusters", () => {
      this.state.pick = null;
      this.look({ mode: "clusters", open: [] });
    });
    const parts = [];
    if (this.waiting !== null)
      parts.push(
        make("span", {}, "Path from ", name(this.waiting), " to: click a node or find a name."),
        button("Cancel", () => this.stopPath()),
      );
    else if (view.mode === "around") {
      parts.push(
        make("span", {}, "Around ", name(view.item), ", steps:"),
        ...DEPTHS.map((depth) => {
          const step = button(String(depth), () => this.around(view.item, depth), `plain${depth === view.depth ? " on" : ""}`);
          step.setAttribute("aria-pressed", String(depth === view.depth));
          return step;
        }),
        back,
      );
    } else if (view.mode === "path") {
      const linked = !scene || scene.edges.length > 0;
      parts.push(make("span", {}, linked ? "Shortest ways from " : "No way from ", name(view.item), " to ", name(view.to)), back);
    } else if (view.mode === "clusters") {
      parts.push(
        "Clusters of what hangs together; click one to look into it.",
        ...view.open.map((number) => button(`× ${clipped(this.scenes.clusterName(number), 30)}`, () => this.open(number), "plain")),
        back,
      );
    } else parts.push(this.detail(), clusters);
    if (scene?.left > 0) parts.push(make("span", { className: "hint" }, `${scene.left.toLocaleString("en")} more not drawn`));
    if (pinned.size)
      parts.push(
        button(`Unpin ${pinned.size}`, () => {
          pinned.clear();
          this.update({ push: false });
        }),
      );
    if (document.activeElement?.id !== "detail") at("crumb").replaceChildren(...parts);
    const shown = at("shown");
    if (shown && scene) shown.textContent = `${scene.nodes.length} of ${this.data.nodes.length.toLocaleString("en")}`;
  }

  detail() {
    const most = Math.max(1, Math.min(MOST_DETAIL, this.data.nodes.length));
    const slider = make("input", { id: "detail", type: "range", min: "1", max: String(most), step: "1" });
    slider.value = String(Math.min(this.state.view.detail, most));
    slider.oninput = () => {
      this.state.view.detail = Number(slider.value);
      this.update({ push: false });
    };
    return make("label", { className: "detail" }, "Detail ", slider, make("output", { id: "shown" }));
  }
}

/** There as soon as the evidence is unpacked. */
let page = null;
unpacked("evidence").then((evidence) => {
  page = new Page(new Data(JSON.parse(at("core").textContent), evidence));
});
