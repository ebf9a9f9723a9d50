// The ways to look: everything, one force, one person, contradictions, a path, the timeline.
const VIEWS = ["everything", "force", "person", "contradictions", "path", "timeline"];

// A search box for one of some kinds; the best connected of them below it, as long as none is chosen.
function picker(kinds, chosen, choose, name) {
  const id = `pick-${name}`;
  const input = make("input", {
    id,
    type: "search",
    class: "pick",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: say("pickHint"),
    value: chosen === null ? null : nodeLabel(chosen),
  });
  const list = make("ul", { id: `${id}-found`, class: "found", role: "listbox", "aria-label": say("results"), hidden: "" });
  searchBox(input, list, kinds, choose);
  return make("div", { class: "search" }, make("label", { class: "soft", for: id }, say(name)), input, list);
}

const ofKind = (kind) => state.focus !== null && data.nodes[state.focus].k === kind;

const PANELS = {
  everything: () => (state.edge ? edgePanel(state.edge) : state.focus === null ? welcome() : nodePanel(state.focus)),
  force: async () => [
    picker(["force"], ofKind("force") ? state.focus : null, focusOn, "force"),
    ...(ofKind("force") ? await forcePanel(state.focus) : mostNamed(["force"])),
  ],
  person: async () => [
    picker(["person"], ofKind("person") ? state.focus : null, focusOn, "person"),
    ...(ofKind("person") ? await personPanel(state.focus) : mostNamed(["person"])),
  ],
  contradictions: contradictionsPanel,
  path: pathPanel,
  timeline: async () => [factList(await listed({ dated: 1 }))],
};

const ENTITIES = ["person", "country", "organization", "force", "place"];
const welcome = () => [make("p", {}, say("welcome")), ...mostNamed(ENTITIES)];

function mostNamed(kinds, most = 15) {
  const top = data.nodes
    .map((_, n) => n)
    .filter((n) => kinds.includes(data.nodes[n].k) && !state.hidden.has(data.nodes[n].k))
    .sort((a, b) => degree[b] - degree[a] || a - b)
    .slice(0, most);
  return [
    make("h3", {}, say("mostNamed")),
    make(
      "ul",
      { class: "plain" },
      ...top.map((n) =>
        make(
          "li",
          {},
          nodeButton(n),
          make(
            "span",
            { class: "soft" },
            kinds.length > 1 ? `${both(data.labels.kinds[data.nodes[n].k])} · ` : null,
            counted("facts", degree[n]),
          ),
        ),
      ),
    ),
  ];
}

// Who said what about one force, by position.
async function forcePanel(number) {
  const group = async (position) => section(say(position === "none" ? "unclear" : position), await listed({ ...about(number), position }));
  const groups = await Promise.all(["supports", "opposes", "neutral", "none"].map(group));
  return [
    make("h2", {}, nodeButton(number)),
    ...positionBars(await positions(number)),
    ...(groups.some((one) => one.length) ? groups.flat() : [make("p", { class: "soft" }, say("noFacts"))]),
  ];
}

async function personPanel(number) {
  const nearest = await source.company(number);
  const list = make(
    "ul",
    { class: "plain" },
    ...nearest.map(([node, count]) => make("li", {}, nodeButton(node), make("span", { class: "soft" }, counted("facts", count)))),
  );
  return [...(await nodePanel(number)), ...(nearest.length ? [make("h3", {}, say("company")), list] : [])];
}

// Opposite positions towards the same force: by the same speaker, or on the same day; not in one sentence, which weighs both. What a statement
// says of a force stands in one pair.
function contradictions() {
  const groups = new Map();
  const stated = data.facts
    .filter((fact) => fact.t === "statement" && visibleFact(fact) && (fact.fo.length || fact.ag.length))
    .sort(newestFirst);
  for (const fact of stated)
    for (const force of standing(fact)) for (const speaker of fact.sp) push(groups, `sameSpeaker|${speaker}|${force}`, fact);
  for (const fact of stated)
    if (fact.lo && fact.lo === fact.hi) for (const force of standing(fact)) push(groups, `sameDay|${fact.lo}|${force}`, fact);
  const pairs = [],
    used = new Set();
  for (const [key, facts] of groups) {
    const force = Number(key.split("|")[2]);
    const [supports, opposes] = ["fo", "ag"].map((side) => [...new Set(facts)].filter((fact) => fact[side].includes(force)));
    const free = (one) => !used.has(`${one.n}|${force}`);
    for (const fact of supports.filter(free)) {
      const other = opposes.find((one) => free(one) && !oneSentence(fact, one));
      if (other) {
        pairs.push([key.split("|")[0], fact, other, force]);
        used.add(`${fact.n}|${force}`).add(`${other.n}|${force}`);
      }
    }
  }
  const last = ([, one, other]) => (newestFirst(one, other) < 0 ? one : other);
  return pairs.sort((a, b) => newestFirst(last(a), last(b))).slice(0, 100);
}

const standing = (fact) => [...fact.fo, ...fact.ag];

const oneSentence = (fact, other) =>
  fact.v.some(([sentence]) => other.v.some(([found]) => data.sentences[found][1] === data.sentences[sentence][1]));

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

async function contradictionsPanel() {
  const pairs = await source.contradictions();
  if (!pairs.length) return [make("p", { class: "soft" }, say("noPairs"))];
  return pairs.map(([reason, fact, other, force]) =>
    make(
      "section",
      {},
      make("h3", {}, bdi(nodeLabel(force)), ": ", say(reason)),
      make("div", { class: "pair" }, few([fact]), few([other])),
    ),
  );
}

// Breadth first over what facts and structure tie, neighbours in order, so that the same path is found each time.
function shortestPath(from, to) {
  const before = new Map([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length && !before.has(to); at++)
    for (const next of [...neighbours(queue[at])].sort((a, b) => a - b))
      if (!before.has(next)) {
        before.set(next, queue[at]);
        queue.push(next);
      }
  if (!before.has(to)) return [];
  const path = [];
  for (let node = to; node !== null; node = before.get(node)) path.unshift(node);
  return path;
}

async function pathPanel() {
  const kinds = Object.keys(data.labels.kinds).filter((kind) => kind !== "event");
  const head = [
    picker(kinds, state.focus, focusOn, "from"),
    picker(
      kinds,
      state.other,
      (n) => {
        state.other = n;
        state.path = null;
        paint();
        writeHash();
        renderSide();
      },
      "to",
    ),
  ];
  if (state.focus === null || state.other === null) return [...head, make("p", { class: "soft" }, say("choosePath"))];
  const path = await source.path(state.focus, state.other);
  if (!path.length) return [...head, make("p", {}, say("noPath"))];
  path.filter((n) => !nodeSet.get(n)).forEach((n) => bringIn(n, 0));
  state.path = path;
  network.fit({ nodes: path, maxZoomLevel: 1.1, animation: false });
  paint();
  const steps = await Promise.all(
    path.slice(1).map(async (node, n) => [path[n], node, (await source.list({ node: path[n], other: node }, 0, 3)).facts]),
  );
  return [
    ...head,
    make("p", {}, ...joined(path.map(nodeButton), ` ${arrow()} `)),
    ...steps.flatMap(([a, b, facts]) => [
      make("h3", {}, bdi(nodeLabel(a)), ` ${arrow()} `, bdi(nodeLabel(b))),
      facts.length ? few(facts) : make("p", { class: "soft" }, say("structure")),
    ]),
  ];
}

let renders = 0;

async function renderSide() {
  const turn = ++renders;
  element("panel").setAttribute("aria-busy", "true");
  const children = await PANELS[state.view]();
  if (turn !== renders) return; // a newer view is on its way
  const panel = element("panel");
  const inside = panel.contains(document.activeElement);
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
  panel.removeAttribute("aria-busy");
  if (inside) panel.focus(); // what had the focus is gone: the keyboard goes on from the panel's beginning
  for (const tab of element("tabs").children) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) panel.setAttribute("aria-labelledby", tab.id);
  }
}

function startTabs() {
  const tabs = VIEWS.map((view) =>
    make(
      "button",
      { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": "panel", "data-view": view, onclick: () => chooseView(view) },
      say(view),
    ),
  );
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
  state.edge = state.path = null;
  paint();
  writeHash();
  renderSide();
}
