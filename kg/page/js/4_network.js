// The picture: pyvis' nodes, edges and options to begin with; more nodes are brought in on demand.
let network, nodeSet, edgeSet;
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const EDGE_STYLE = { holds: ["#8a6d3b", 0.14], supports: ["--supports", -0.16], opposes: ["--opposes", -0.24], neutral: ["--neutral", -0.08], unclear: ["--neutral", -0.08], participant: ["#8d8a86", 0], place: ["#b9b4aa", 0], structure: ["#b9b4aa", 0] };

function startNetwork() {
  nodeSet = new vis.DataSet(embedded("nodes"));
  edgeSet = new vis.DataSet();
  const options = embedded("options");
  network = new vis.Network(element("network"), { nodes: nodeSet, edges: edgeSet }, options);
  network.on("selectNode", (event) => focusOn(event.nodes[0]));
  network.on("selectEdge", (event) => event.nodes.length || showEdge(event.edges[0]));
  network.on("deselectNode", (event) => event.nodes.length || event.edges.length || focusOn(null));
  network.once("afterDrawing", () => (document.body.dataset.ready = "true"));
  paint();
  network.fit();
  network.moveTo({ scale: network.getScale() * 1.15 });
}

// Facts of the present range as edges, those between the same two nodes and of the same kind as one.
function drawnEdges() {
  const edges = new Map();
  const add = (from, to, kind, fact) => {
    if (from === to || !nodeSet.get(from) || !nodeSet.get(to)) return;
    const id = `${from}|${to}|${kind}`;
    if (!edges.has(id)) edges.set(id, { id, from, to, kind, facts: [] });
    if (fact !== null) edges.get(id).facts.push(fact);
  };
  for (const fact of data.facts) if (visibleFact(fact)) for (const [from, to, kind] of edgesOf(fact)) add(from, to, kind, fact.n);
  for (const [from, to] of data.structure) add(from, to, "structure", null);
  return [...edges.values()];
}

function paint() {
  const edges = drawnEdges().filter((edge) => !state.hidden.has(edge.kind));
  edgeSet.clear();
  edgeSet.add(edges.map(edgeStyle));
  const tied = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const narrowed = Boolean(state.from || state.until);
  nodeSet.update(nodeSet.getIds().map((id) => {
    const hidden = state.hidden.has(data.nodes[id].k) || (data.nodes[id].k === "event" && narrowed && !tied.has(id));
    return { id, hidden, label: shortLabel(id), font: { color: css("--ink"), strokeColor: css("--paper"), size: data.nodes[id].f } };
  }));
  const count = nodeSet.get({ filter: (node) => !node.hidden }).length;
  element("shown").textContent = say("shown", count, data.nodes.length);
  highlight();
}

function edgeStyle(edge) {
  const [color, bend] = EDGE_STYLE[edge.kind];
  return {
    ...edge, color: { color: color.startsWith("--") ? css(color) : color, opacity: edge.kind === "structure" || edge.kind === "place" ? 0.45 : 0.8 },
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

// Fade what is not near the focus, or not on the path.
function highlight() {
  const near = state.view === "path" && state.other !== null && state.focus !== null ? new Set(shortestPath(state.focus, state.other)) : state.focus === null ? null : neighbours(state.focus);
  nodeSet.update(nodeSet.getIds().map((id) => ({ id, opacity: !near || near.has(id) ? 1 : 0.15, font: { color: !near || near.has(id) ? css("--ink") : `${css("--ink")}33`, strokeWidth: !near || near.has(id) ? 5 : 0 } })));
  const kept = (edge) => !near || (near.has(edge.from) && near.has(edge.to) && (state.view === "path" || edge.from === state.focus || edge.to === state.focus));
  edgeSet.update(edgeSet.get().map((edge) => ({ id: edge.id, color: { ...edge.color, opacity: kept(edge) ? (edge.kind === "structure" ? 0.45 : 0.85) : 0.06 } })));
}

// A node that is not drawn yet comes in beside the neighbour that is, with its best tied neighbours around it.
function bringIn(number) {
  const wanted = [number, ...[...neighbours(number)].filter((n) => n !== number).sort((a, b) => degree[b] - degree[a]).slice(0, 24)];
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

function focusOn(number, { move = true } = {}) {
  if (number !== null && !nodeSet.get(number)) bringIn(number);
  state.focus = number;
  state.edge = null;
  if (number !== null && ["contradictions", "timeline"].includes(state.view)) state.view = "everything";
  highlight();
  if (number !== null) {
    network.selectNodes([number]);
    if (move) network.focus(number, { scale: Math.max(network.getScale(), 0.8), animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 } });
  } else network.unselectAll();
  writeHash();
  renderSide();
}

function showEdge(id) {
  state.edge = edgeSet.get(id);
  renderSide();
}
