// What is looked at now; the address's hash holds all of it, so that a link restores the view.
const state = {
  view: "everything",
  focus: null,
  other: null,
  edge: null,
  path: null,
  hidden: new Set(),
  from: "",
  until: "",
};

async function readHash() {
  const values = new URLSearchParams(location.hash.slice(1));
  const node = (key) => (values.get(key) ? source.find(values.get(key)) : null);
  state.view = VIEWS.includes(values.get("view")) ? values.get("view") : "everything";
  state.focus = await node("node");
  state.other = await node("other");
  state.hidden = new Set((values.get("hidden") || "").split(",").filter(Boolean));
  const month = (key) => bounds((values.get(key) || "").slice(0, 7));
  [state.from, state.until] = [month("from")[0], month("until")[1]];
  language = values.get("lang") === "en" ? 1 : 0;
}

function writeHash() {
  const values = new URLSearchParams();
  const set = (key, value) => value && values.set(key, value);
  set("view", state.view === "everything" ? "" : state.view);
  set("node", state.focus === null ? "" : data.nodes[state.focus].i);
  set("other", state.other === null ? "" : data.nodes[state.other].i);
  set("hidden", [...state.hidden].sort().join(","));
  set("from", state.from);
  set("until", state.until);
  set("lang", language ? "en" : "");
  history.replaceState(null, "", `#${values}`);
}

const KIND_OF_FACT = { role: "holds", statement: "said", event: "event" };
const inRange = (fact) =>
  (!state.from && !state.until) ||
  fact.t === "role" ||
  (fact.lo && (!state.until || fact.lo <= state.until) && (!state.from || fact.hi >= state.from));
const visibleFact = (fact) => inRange(fact) && !nodesOf(fact).some((node) => state.hidden.has(data.nodes[node].k));
