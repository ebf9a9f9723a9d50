// The ways to look: everything, one force, one person, contradictions, a path, the timeline.
const VIEWS = ["everything", "force", "person", "contradictions", "path", "timeline"];

function picker(kinds, chosen, onchange, label) {
  const numbers = data.nodes.map((_, n) => n).filter((n) => kinds.includes(data.nodes[n].k) && degree[n]).slice(0, 1500);
  const options = numbers.map((n) => make("option", { value: n, selected: n === chosen ? "" : null }, nodeLabel(n)));
  return make("label", {}, make("span", { class: "soft" }, label), make("select", { class: "pick", onchange: (event) => onchange(event.target.value === "" ? null : Number(event.target.value)) }, make("option", { value: "" }, say("choose")), ...options));
}

const PANELS = {
  everything: () => (state.edge ? edgePanel(state.edge) : state.focus === null ? welcome() : nodePanel(state.focus)),
  force: () => [picker(["force"], state.focus, focusOn, say("force")), ...(state.focus !== null && data.nodes[state.focus].k === "force" ? forcePanel(state.focus) : [])],
  person: () => [picker(["person"], state.focus, focusOn, say("person")), ...(state.focus !== null && data.nodes[state.focus].k === "person" ? personPanel(state.focus) : [])],
  contradictions: contradictionsPanel,
  path: pathPanel,
  timeline: () => [factList(data.facts.filter((fact) => fact.t !== "role" && fact.lo && visibleFact(fact)).sort(newestFirst))],
};

function welcome() {
  const top = data.nodes.map((_, n) => n).filter((n) => data.nodes[n].k !== "event").sort((a, b) => degree[b] - degree[a] || a - b).slice(0, 15);
  return [make("p", {}, say("welcome")), make("h3", {}, say("mostNamed")),
    make("ul", { class: "plain" }, ...top.map((n) => make("li", {}, nodeButton(n), make("span", { class: "soft" }, ` ${both(data.labels.kinds[data.nodes[n].k])} · ${degree[n]}`))))];
}

// Who said what about one force, by position.
function forcePanel(number) {
  const facts = factsAt(number).filter((fact) => fact.t === "statement" && fact.ab.includes(number));
  const group = (position) => section(say(position || "unclear"), facts.filter((fact) => (fact.po || null) === position));
  return [...positionBars(facts), ...group("supports"), ...group("opposes"), ...group("neutral"), ...group(null)];
}

function personPanel(number) {
  const company = new Map();
  for (const fact of factsAt(number)) for (const node of nodesOf(fact)) if (node !== number && data.nodes[node].k !== "event") company.set(node, (company.get(node) || 0) + 1);
  const nearest = [...company].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 12);
  const list = make("ul", { class: "plain" }, ...nearest.map(([node, count]) => make("li", {}, nodeButton(node), make("span", { class: "soft" }, ` ${count}`))));
  return [...nodePanel(number), ...(nearest.length ? [make("h3", {}, say("company")), list] : [])];
}

// Opposite positions towards the same force: by the same speaker, or on the same day.
function contradictions() {
  const pairs = [];
  const groups = new Map();
  for (const fact of data.facts) if (fact.t === "statement" && visibleFact(fact) && (fact.po === "supports" || fact.po === "opposes"))
    for (const force of fact.ab) {
      for (const speaker of fact.sp) push(groups, `s${speaker}|${force}`, fact);
      if (fact.d && fact.d.length === 10) push(groups, `d${fact.d}|${force}`, fact);
    }
  const seen = new Set();
  for (const [key, facts] of groups) {
    const opposes = facts.filter((fact) => fact.po === "opposes");
    for (const fact of facts.filter((f) => f.po === "supports")) for (const other of opposes.slice(0, 5)) {
      const id = `${fact.n}|${other.n}`;
      if (!seen.has(id)) pairs.push([key[0] === "s" ? "sameSpeaker" : "sameDay", fact, other]);
      seen.add(id);
    }
  }
  return pairs.sort((a, b) => newestFirst(a[1], b[1])).slice(0, 100);
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

function contradictionsPanel() {
  const pairs = contradictions();
  if (!pairs.length) return [make("p", { class: "soft" }, say("noPairs"))];
  return pairs.map(([reason, fact, other]) => make("section", {}, make("h3", {}, say(reason)), make("div", { class: "pair" }, factList([fact]), factList([other]))));
}

// Breadth first over what facts and structure tie, neighbours in order, so that the same path is found each time.
function shortestPath(from, to) {
  const before = new Map([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length && !before.has(to); at++)
    for (const next of [...neighbours(queue[at])].sort((a, b) => a - b)) if (!before.has(next)) { before.set(next, queue[at]); queue.push(next); }
  if (!before.has(to)) return [];
  const path = [];
  for (let node = to; node !== null; node = before.get(node)) path.unshift(node);
  return path;
}

function pathPanel() {
  const kinds = Object.keys(data.labels.kinds).filter((kind) => kind !== "event");
  const head = [picker(kinds, state.focus, (n) => focusOn(n), say("from")), picker(kinds, state.other, (n) => { state.other = n; paint(); writeHash(); renderSide(); }, say("to"))];
  if (state.focus === null || state.other === null) return head;
  const path = shortestPath(state.focus, state.other);
  if (!path.length) return [...head, make("p", {}, say("noPath"))];
  const missing = path.filter((n) => !nodeSet.get(n));
  missing.forEach(bringIn);
  const steps = path.slice(1).map((node, n) => [path[n], node, factsAt(node).filter((fact) => nodesOf(fact).includes(path[n])).slice(0, 3)]);
  return [...head, make("p", {}, ...joined(path.map(nodeButton), " ← ")), ...steps.flatMap(([a, b, facts]) => [make("h3", {}, `${nodeLabel(a)} ← ${nodeLabel(b)}`), factList(facts)])];
}

function renderSide() {
  element("panel").replaceChildren(...PANELS[state.view]().filter(Boolean));
  element("panel").scrollTop = 0;
  for (const tab of element("tabs").children) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) element("panel").setAttribute("aria-labelledby", tab.id);
  }
}

function startTabs() {
  const tabs = VIEWS.map((view) => make("button", { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": "panel", "data-view": view, onclick: () => chooseView(view) }, say(view)));
  element("tabs").replaceChildren(...tabs);
  element("tabs").onkeydown = (event) => {
    const step = { ArrowLeft: language ? -1 : 1, ArrowRight: language ? 1 : -1 }[event.key];
    if (!step) return;
    const next = tabs[(VIEWS.indexOf(state.view) + step + tabs.length) % tabs.length];
    chooseView(next.dataset.view);
    next.focus();
  };
}

function chooseView(view) {
  state.view = view;
  state.edge = null;
  paint();
  writeHash();
  renderSide();
}
