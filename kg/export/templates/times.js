"use strict";
/* The time slider: a bar for each day (or month, or year) of which something is told, and two handles that choose from and to. */

const MOST_BARS = 60;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

class Times {
  constructor(state, changed) {
    Object.assign(this, { state, changed });
    const told = state.data.told.flatMap(({ when }) => when);
    const days = told.map(([first]) => first);
    const fits = (letters) => 2 * told.filter((time) => Times.letters(time) >= letters).length >= told.length;
    const size = [10, 7, 4].find((letters) => fits(letters) && new Set(days.map((day) => day.slice(0, letters))).size <= MOST_BARS) ?? 4;
    const sums = new Map();
    for (const day of days) sums.set(day.slice(0, size), (sums.get(day.slice(0, size)) ?? 0) + 1);
    this.bars = [...sums].sort((a, b) => (a[0] < b[0] ? -1 : 1)).slice(-4 * MOST_BARS);
    at("times").hidden = this.bars.length < 2;
    if (!at("times").hidden) this.build();
  }

  /* How much of an ISO date a time means: all of it, its month, or its year alone. */
  static letters([first, last]) {
    return first === last ? 10 : first.slice(0, 7) === last.slice(0, 7) ? 7 : 4;
  }

  static day(date) {
    const [year, month, day] = date.split("-");
    return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  static words(from, to) {
    if (from && from === to) return Times.day(from);
    return `${from ? `from ${Times.day(from)}` : ""}${to ? ` to ${Times.day(to)}` : ""}`.trim();
  }

  build() {
    const { bars } = this;
    const high = Math.max(...bars.map(([, sum]) => sum));
    const wide = 100 / bars.length;
    const chart = draw("svg", { viewBox: "0 0 100 30", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.rects = bars.map(([, sum], nth) => {
      const tall = Math.max(2, 29 * Math.sqrt(sum / high));
      return draw("rect", { x: nth * wide + wide * 0.08, y: 30 - tall, width: wide * 0.84, height: tall });
    });
    this.rects.forEach((rect, nth) => rect.append(draw("title", {}, `${Times.day(bars[nth][0])}: ${count(bars[nth][1], "happening")}`)));
    chart.append(...this.rects);
    this.handles = ["Earliest", "Latest"].map((name, nth) => {
      const handle = make("input", { type: "range", min: "0", max: String(bars.length - 1), step: "1", ariaLabel: name, name: ["from", "to"][nth] });
      handle.oninput = () => this.choose(nth);
      return handle;
    });
    this.label = make("output", {});
    this.chart = make("div", { className: "chart" }, chart, this.handles);
    chart.onclick = (event) => {
      const box = chart.getBoundingClientRect();
      const nth = Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length));
      this.set(nth, nth);
    };
    at("times").replaceChildren(this.chart, this.label);
  }

  choose(moved) {
    let [from, to] = this.handles.map((handle) => Number(handle.value));
    if (from > to) [from, to] = moved === 0 ? [from, from] : [to, to];
    this.set(from, to);
  }

  set(from, to) {
    const { bars, state } = this;
    const last = bars.length - 1;
    state.filter.from = from > 0 ? bars[from][0] : "";
    state.filter.to = to < last || from === last ? bars[to][0] : "";
    if (to === 0) state.filter.from = bars[0][0];
    this.changed();
  }

  show() {
    if (at("times").hidden) return;
    const { bars, state } = this;
    const { from, to } = state.filter;
    const low = from
      ? Math.max(
          0,
          bars.findIndex(([bar]) => bar >= from),
        )
      : 0;
    const after = to ? bars.findIndex(([bar]) => bar.slice(0, to.length) > to) : -1;
    const high = Math.max(low, after < 0 ? bars.length - 1 : after - 1);
    this.handles[0].value = String(low);
    this.handles[1].value = String(high);
    this.handles.forEach((handle, nth) => handle.setAttribute("aria-valuetext", Times.day(bars[nth ? high : low][0])));
    this.rects.forEach((rect, nth) => rect.setAttribute("class", nth >= low && nth <= high ? "in" : "out"));
    const span = low === high ? Times.day(bars[low][0]) : `${Times.day(bars[low][0])} – ${Times.day(bars[high][0])}`;
    this.label.replaceChildren(span, from || to ? " " : "", from || to ? button("All times", () => this.set(0, bars.length - 1)) : "");
  }
}
