// Search by folded name in both languages; a name's beginning counts more than its middle, the best tied first.
let searchable;

function findNodes(text, kinds, most = 12) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  searchable ||= data.nodes.map((node) => [node.a, node.e, ...node.l].filter(Boolean).map(fold));
  const score = (forms) =>
    Math.max(
      ...forms.map((form) =>
        form === wanted ? 4 : form.startsWith(wanted) ? 3 : form.includes(` ${wanted}`) ? 2 : form.includes(wanted) ? 1 : 0,
      ),
      0,
    );
  return data.nodes
    .map((node, n) => [kinds.length && !kinds.includes(node.k) ? 0 : score(searchable[n]), n])
    .filter(([points]) => points)
    .sort((a, b) => b[0] - a[0] || degree[b[1]] - degree[a[1]] || a[1] - b[1])
    .slice(0, most)
    .map(([, n]) => n);
}

// Of an event, who took part and where: many are of one kind and day.
function whose(number) {
  if (data.nodes[number].k !== "event") return [];
  const others = factsOf[number]
    .map((n) => data.facts[n])
    .filter((fact) => fact.e === number)
    .flatMap((fact) => nodesOf(fact).slice(1));
  const named = [...new Set(others)].slice(0, 3).map((other) => bdi(nodeLabel(other)));
  return named.length ? [": ", ...joined(named)] : [];
}

// A combobox over the nodes of some kinds (none given: all): arrows choose, Enter takes, Escape closes.
function searchBox(input, list, kinds, choose) {
  let found = [],
    at = -1,
    asked = 0,
    pending = Promise.resolve();
  for (const [name, value] of [
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
    ["aria-autocomplete", "list"],
  ])
    input.setAttribute(name, value);
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (n) => {
    close();
    choose(n);
  };
  const mark = () => {
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", n === at));
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const option = (n, index) =>
    make(
      "li",
      { role: "option", id: `${list.id}-${index}`, onclick: () => take(n) },
      make("span", {}, bdi(nodeLabel(n)), ...whose(n)),
      make("small", {}, both(data.labels.kinds[data.nodes[n].k])),
    );
  const show = async () => {
    const turn = ++asked;
    list.setAttribute("aria-busy", "true");
    const answer = await source.search(input.value, kinds);
    if (turn !== asked) return;
    found = answer;
    const none = source === embeddedSource && data.whole ? "nothingHere" : "nothingFound";
    list.replaceChildren(
      ...(found.length || !input.value.trim() ? found.map(option) : [make("li", { role: "option", "aria-disabled": "true" }, say(none))]),
    );
    list.hidden = !list.children.length;
    list.removeAttribute("aria-busy");
    input.setAttribute("aria-expanded", String(!list.hidden));
    at = found.length ? 0 : -1;
    mark();
  };
  input.addEventListener("input", () => (pending = show()));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") pending.then(() => at >= 0 && take(found[at]));
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
    }
  });
  input.addEventListener("blur", () => setTimeout(() => document.activeElement === input || close(), 150));
}

function startSearch() {
  const input = element("query");
  searchBox(input, element("results"), [], (n) => {
    input.value = "";
    if (!["person", "force"].includes(state.view) || data.nodes[n].k !== state.view) state.view = "everything";
    focusOn(n);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
}
