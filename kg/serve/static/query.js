"use strict";
/* The query editor: colours for the words of SPARQL behind the text, Ctrl+Enter, and Tab as two spaces. The form works without. */
(() => {
  const area = document.getElementById("query");
  const paper = area.parentElement;
  const behind = paper.querySelector("pre");
  const TOKEN = new RegExp([
    /(?<c>#[^\n]*)/, /(?<s>"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/, /(?<i><[^<>"{}|^`\\\s]*>)/, /(?<v>[?$]\w+)/,
    /(?<n>[\w.-]*:[\w.:%-]*)/,
    /(?<k>\b(?:SELECT|CONSTRUCT|DESCRIBE|ASK|WHERE|PREFIX|BASE|DISTINCT|REDUCED|AS|OPTIONAL|UNION|MINUS|FILTER|BIND|VALUES|UNDEF|GRAPH|NOT|EXISTS|IN|GROUP|ORDER|HAVING|BY|ASC|DESC|LIMIT|OFFSET|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|SEPARATOR|BOUND|STR|LANG|DATATYPE|IRI|REGEX|CONTAINS|STRSTARTS|STRENDS|STRAFTER|STRBEFORE|LCASE|UCASE|REPLACE|CONCAT|IF|COALESCE|YEAR|MONTH|DAY|isIRI|isLITERAL|true|false|a)\b)/,
  ].map((part) => part.source).join("|"), "gi");

  const paint = () => {
    const text = area.value;
    behind.textContent = "";
    let end = 0;
    for (const found of text.matchAll(TOKEN)) {
      const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
      if (kind === "n") continue;
      behind.append(text.slice(end, found.index));
      const span = document.createElement("span");
      span.className = kind;
      span.textContent = found[0];
      behind.append(span);
      end = found.index + found[0].length;
    }
    behind.append(text.slice(end), "\n");
    follow();
  };
  const follow = () => {
    behind.scrollTop = area.scrollTop;
    behind.scrollLeft = area.scrollLeft;
  };

  area.addEventListener("input", paint);
  area.addEventListener("scroll", follow);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.form.requestSubmit();
    } else if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && area.selectionStart !== area.selectionEnd) {
      event.preventDefault();
      area.setRangeText("  ", area.selectionStart, area.selectionStart, "end");
      paint();
    }
  });
  paper.classList.add("lit");
  paint();

  const saved = document.getElementById("saved");
  saved.addEventListener("change", () => saved.form.requestSubmit());
})();
