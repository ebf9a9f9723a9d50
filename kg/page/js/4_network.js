// The picture: pyvis' nodes, edges and options to begin with; more nodes are brought in on demand.
let network, nodeSet, edgeSet;
// A theme's colours, looked up once for each theme.
const colours = new Map();
function css(name) {
  const key = `${document.documentElement.dataset.theme}${name}`;
  if (!colours.has(key)) colours.set(key, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return colours.get(key);
}
const EDGE_STYLE = { holds: ["#8a6d3b", 0.14], supports: ["--supports", -0.16], opposes: ["--opposes", -0.24], neutral: ["--neutral", -0.08], unclear: ["--neutral", -0.08], participant: ["#8d8a86", 0], place: ["#b9b4aa", 0], structure: ["#b9b4aa", 0] };

function startNetwork() {
  nodeSet = new vis.DataSet(embedded("nodes"));
  const near = nearby();
  nodeSet.update(nodeSet.getIds().map((id) => nodeStyle(id, near, null)));
  edgeSet = new vis.DataSet(drawnEdges().map((edge) => edgeStyle(edge, near)));
  network = new vis.Network(element("network"), { nodes: nodeSet, edges: edgeSet }, embedded("options"));
  network.on("selectNode", (event) => focusOn(event.nodes[0]));
  network.on("selectEdge", (event) => event.nodes.length || showEdge(event.edges[0]));
  network.on("deselectNode", (event) => event.nodes.length || event.edges.length || focusOn(null));
  network.once("afterDrawing", () => (document.body.dataset.ready = "true"));
  network.fit();
  network.moveTo({ scale: network.getScale() * 1.05 });
  tellShown();
}

// Facts of the present range as edges, those between the same two nodes and of the same kind as one. Of very many, those of most facts
// and those of the focus are drawn.
const MOST_EDGES = 900;

function drawnEdges() {
  const edges = new Map();
  const drawn = new Set(nodeSet.getIds());
  const add = (from, to, kind, fact) => {
    if (from === to || !drawn.has(from) || !drawn.has(to) || state.hidden.has(kind)) return;
    const id = `${from}|${to}|${kind}`;
    if (!edges.has(id)) edges.set(id, { id, from, to, kind, facts: [] });
    if (fact !== null) edges.get(id).facts.push(fact);
  };
  for (const fact of data.facts) if (visibleFact(fact)) for (const [from, to, kind] of edgesOf(fact)) add(from, to, kind, fact.n);
  for (const [from, to] of data.structure) add(from, to, "structure", null);
  const found = [...edges.values()];
  if (found.length <= MOST_EDGES) return found;
  const ofFocus = (edge) => edge.from === state.focus || edge.to === state.focus;
  return found.sort((a, b) => ofFocus(b) - ofFocus(a) || b.facts.length - a.facts.length || (a.id < b.id ? -1 : 1)).slice(0, MOST_EDGES);
}

function paint() {
  const edges = drawnEdges();
  const near = nearby();
  const tied = state.from || state.until ? new Set(edges.flatMap((edge) => [edge.from, edge.to])) : null;
  edgeSet.clear();
  edgeSet.add(edges.map((edge) => edgeStyle(edge, near)));
  nodeSet.update(nodeSet.getIds().map((id) => nodeStyle(id, near, tied)));
  tellShown();
}

function tellShown() {
  const count = nodeSet.get({ filter: (node) => !node.hidden }).length;
  const rest = source === embeddedSource && data.whole ? ` · ${say("rest")}` : "";
  element("shown").textContent = say("shown", count.toLocaleString("en"), (data.whole || { nodes: data.nodes.length }).nodes.toLocaleString("en")) + rest;
}

// What stays bright: the neighbourhood of the focus, or the path; null where everything does.
function nearby() {
  if (state.focus === null) return null;
  return state.view === "path" && state.path ? new Set(state.path) : neighbours(state.focus);
}

function nodeStyle(id, near, tied) {
  const bright = !near || near.has(id);
  const hidden = state.hidden.has(data.nodes[id].k) || Boolean(tied && data.nodes[id].k === "event" && !tied.has(id));
  const font = { color: bright ? css("--ink") : `${css("--ink")}33`, strokeColor: css("--paper"), strokeWidth: bright ? 5 : 0, size: data.nodes[id].f };
  return { id, hidden, label: shortLabel(id), opacity: bright ? 1 : 0.15, font };
}

function edgeStyle(edge, near) {
  const [color, bend] = EDGE_STYLE[edge.kind];
  const line = color.startsWith("--") ? css(color) : color;
  const quiet = edge.kind === "structure" || edge.kind === "place";
  const bright = !near || (near.has(edge.from) && near.has(edge.to) && (state.view === "path" || edge.from === state.focus || edge.to === state.focus));
  return {
    ...edge, color: { color: line, highlight: line, hover: line, opacity: bright ? (quiet ? 0.45 : 0.8) : 0.06 },
    dashes: edge.kind === "structure" || edge.kind === "unclear" ? [4, 4] : false, width: edge.kind === "structure" ? 1 : 1 + 0.8 * Math.log2(1 + edge.facts.length),
    arrows: edge.kind === "structure" ? "" : "to", smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
  };
}

const shortLabel = (number) => {
  const label = nodeLabel(number);
  return label.length > 34 ? `${label.slice(0, 32)}…` : label;
};

function neighbours(number) {
  const near = new Set([number]);
  for (const n of factsOf[number]) if (visibleFact(data.facts[n])) for (const [from, to] of edgesOf(data.facts[n])) if (from === number || to === number) near.add(from).add(to);
  for (const [from, to] of data.structure) if (from === number || to === number) near.add(from).add(to);
  return near;
}

// A node that is not drawn yet comes in beside the neighbour that is, with its best tied neighbours around it.
function bringIn(number, most = 24) {
  const wanted = [number, ...[...neighbours(number)].filter((n) => n !== number).sort((a, b) => degree[b] - degree[a]).slice(0, most)];
  const anchor = wanted.find((n) => nodeSet.get(n));
  const at = anchor === undefined ? { x: 0, y: 0 } : network.getPosition(anchor);
  const fresh = wanted.filter((n) => !nodeSet.get(n));
  fresh.forEach((n, index) => {
    const angle = index * 2.399963;
    const radius = 130 + 34 * Math.sqrt(index);
    nodeSet.add({ id: n, group: data.nodes[n].k, size: data.nodes[n].s, label: shortLabel(n), x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) });
    state.added.add(n);
  });
  if (fresh.length) paint();
}

let moves = 0;

async function focusOn(number) {
  const move = ++moves;
  if (number !== null) await source.around(number);
  if (move !== moves) return; // something else was chosen meanwhile
  if (number !== null && !nodeSet.get(number)) bringIn(number);
  state.focus = number;
  state.edge = state.path = null;
  if (number !== null && ["contradictions", "timeline"].includes(state.view)) state.view = "everything";
  paint();
  if (number !== null) {
    network.selectNodes([number]);
    network.focus(number, { scale: Math.max(network.getScale(), 0.8), animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 } });
  } else network.unselectAll();
  writeHash();
  renderSide();
}

function showEdge(id) {
  state.edge = edgeSet.get(id);
  renderSide();
}
