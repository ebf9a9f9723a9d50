// Search by folded name in both languages; a name's beginning counts more than its middle, the best tied first.
function findNodes(text, most = 12) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  searchable ||= data.nodes.map((node) => [node.a, node.e, ...node.l].filter(Boolean).map(fold));
  const score = (forms) => Math.max(...forms.map((form) => (form === wanted ? 4 : form.startsWith(wanted) ? 3 : form.includes(` ${wanted}`) ? 2 : form.includes(wanted) ? 1 : 0)), 0);
  return data.nodes.map((_, n) => [score(searchable[n]), n]).filter(([points]) => points)
    .sort((a, b) => b[0] - a[0] || degree[b[1]] - degree[a[1]] || a[1] - b[1]).slice(0, most).map(([, n]) => n);
}

function startSearch() {
  const [input, list] = [element("query"), element("results")];
  let found = [], at = -1;
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (n) => { close(); input.value = ""; if (!["person", "force"].includes(state.view) || data.nodes[n].k !== state.view) state.view = "everything"; focusOn(n); };
  const mark = () => {
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", n === at));
    if (at >= 0) { input.setAttribute("aria-activedescendant", `result-${at}`); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  input.addEventListener("input", () => {
    found = findNodes(input.value);
    list.replaceChildren(...found.map((n, index) => make("li", { role: "option", id: `result-${index}`, onclick: () => choose(n) }, bdi(nodeLabel(n)), make("small", {}, both(data.labels.kinds[data.nodes[n].k])))));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    at = found.length ? 0 : -1;
    mark();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) choose(found[at]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length); mark(); }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  document.addEventListener("keydown", (event) => { if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); input.focus(); } });
}
