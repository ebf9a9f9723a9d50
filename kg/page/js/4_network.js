// The picture: pyvis' nodes, edges and options to begin with; more nodes are brought in on demand.
let network, nodeSet, edgeSet;
// A theme's colours, looked up once for each theme.
const colours = new Map();
function css(name) {
  const key = `${document.documentElement.dataset.theme}${name}`;
  if (!colours.has(key)) colours.set(key, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return colours.get(key);
}
const EDGE_STYLE = {
  holds: ["#8a6d3b", 0.14],
  supports: ["--supports", -0.16],
  opposes: ["--opposes", -0.24],
  neutral: ["--neutral", -0.08],
  unclear: ["--neutral", -0.08],
  participant: ["#8d8a86", 0],
  place: ["#8d8a86", 0],
  structure: ["#8d8a86", 0],
};

function startNetwork() {
  nodeSet = new vis.DataSet(embedded("nodes"));
  const near = nearby();
  edgeSet = new vis.DataSet(drawnEdges().map((edge) => edgeStyle(edge, near)));
  network = new vis.Network(element("network"), { nodes: nodeSet, edges: edgeSet }, embedded("options"));
  const picture = element("network").firstElementChild; // takes the focus, and moves and zooms by keys
  picture.setAttribute("role", "application");
  picture.setAttribute("aria-label", say((picture.dataset.label = "networkHelp")));
  network.on("selectNode", (event) => focusOn(event.nodes[0]));
  network.on("selectEdge", (event) => event.nodes.length || showEdge(event.edges[0]));
  network.on("deselectNode", (event) => event.nodes.length || event.edges.length || focusOn(null));
  network.fit();
  network.moveTo({ scale: network.getScale() * 0.97 }); // room for the labels at the edge
  paint();
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refit, 80);
  };
  network.on("zoom", soon);
  network.on("resize", soon);
  network.on("animationFinished", soon);
  network.on("dragEnd", soon);
  network.on("hoverNode", (event) => nodeSet.update({ id: event.node, label: shortLabel(event.node) }));
  network.on(
    "blurNode",
    (event) => nodeSet.get(event.node) && nodeSet.update({ id: event.node, label: labelled.has(event.node) ? shortLabel(event.node) : "" }),
  );
  network.once("afterDrawing", () => (document.body.dataset.ready = "true"));
}

// Labels are of a readable size at every distance. Where two would lie on each other that of the better connected node is shown, the other when
// one comes closer or points at its node.
const [SMALLEST, LARGEST] = [12.5, 22]; // pixels
let labelled = new Set();
const labelSize = (id) => Math.min(Math.max(data.nodes[id].f, SMALLEST / network.getScale()), LARGEST / network.getScale());

function chooseLabels(ids, near) {
  const places = network.getPositions(ids);
  const first = (id) => (id === state.focus ? 2 : near?.has(id) ? 1 : 0);
  const order = ids.filter((id) => !near || near.has(id)).sort((a, b) => first(b) - first(a) || degree[b] - degree[a] || a - b);
  const shapes = order.map((id) => {
    const { x, y } = places[id],
      half = 0.7 * data.nodes[id].s;
    return [x - half, x + half, y - half, y + half, id];
  });
  const meet = (one, other) => one[0] < other[1] && one[1] > other[0] && one[2] < other[3] && one[3] > other[2];
  const named = element("network").clientWidth / 40; // the best connected are named even where their labels lie on another node's shape
  const taken = [];
  labelled = new Set();
  order.forEach((id, rank) => {
    const { x, y } = places[id],
      size = labelSize(id);
    const half = 0.26 * size * shortLabel(id).length,
      top = y + data.nodes[id].s + 0.2 * size;
    const box = [x - half, x + half, top, top + 1.4 * size];
    const covered =
      taken.some((other) => meet(box, other)) || (rank >= named && shapes.some((shape) => shape[4] !== id && meet(box, shape)));
    if (covered && id !== state.focus) return;
    taken.push(box);
    labelled.add(id);
  });
}

function refit() {
  const ids = nodeSet.getIds();
  chooseLabels(ids, nearby());
  nodeSet.update(ids.map((id) => ({ id, label: labelled.has(id) ? shortLabel(id) : "", font: { size: labelSize(id) } })));
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
  const ids = nodeSet.getIds();
  const shown = (id) => !state.hidden.has(data.nodes[id].k) && !(tied && data.nodes[id].k === "event" && !tied.has(id));
  chooseLabels(ids.filter(shown), near);
  nodeSet.update(ids.map((id) => nodeStyle(id, near, shown(id))));
  tellShown();
}

function tellShown() {
  const count = nodeSet.get({ filter: (node) => !node.hidden }).length;
  const rest = source === embeddedSource && data.whole ? ` · ${say("rest")}` : "";
  element("shown").textContent = say("shown", figure(count), figure((data.whole || { nodes: data.nodes.length }).nodes)) + rest;
}

// What stays bright: the neighbourhood of the focus, or the path; null where everything does.
function nearby() {
  if (state.focus === null) return null;
  return state.view === "path" && state.path ? new Set(state.path) : neighbours(state.focus);
}

function nodeStyle(id, near, shown) {
  const bright = !near || near.has(id);
  const font = { color: css("--ink"), strokeColor: css("--paper"), strokeWidth: 5, size: labelSize(id) };
  const colour = KIND_COLORS[data.nodes[id].k];
  const chosen = { background: colour, border: css("--ink") };
  return {
    id,
    hidden: !shown,
    label: labelled.has(id) ? shortLabel(id) : "",
    opacity: bright ? 1 : 0.15,
    font,
    color: { background: colour, border: colour, highlight: chosen, hover: chosen },
  };
}

function edgeStyle(edge, near) {
  const [color, bend] = EDGE_STYLE[edge.kind];
  const line = color.startsWith("--") ? css(color) : color;
  const quiet = edge.kind === "structure" || edge.kind === "place";
  const bright =
    !near || (near.has(edge.from) && near.has(edge.to) && (state.view === "path" || edge.from === state.focus || edge.to === state.focus));
  return {
    ...edge,
    color: { color: line, highlight: line, hover: line, opacity: bright ? (quiet ? 0.45 : 0.8) : 0.06 },
    dashes: edge.kind === "structure" || edge.kind === "unclear" ? [4, 4] : false,
    width: edge.kind === "structure" ? 1 : 1 + 0.8 * Math.log2(1 + edge.facts.length),
    arrows: edge.kind === "structure" ? "" : "to",
    smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
  };
}

const shortLabel = (number) => {
  const label = nodeLabel(number, briefly);
  return label.length > 34 ? `${label.slice(0, 32)}…` : label;
};

function neighbours(number) {
  const near = new Set([number]);
  for (const n of factsOf[number])
    if (visibleFact(data.facts[n]))
      for (const [from, to] of edgesOf(data.facts[n])) if (from === number || to === number) near.add(from).add(to);
  for (const [from, to] of data.structure) if (from === number || to === number) near.add(from).add(to);
  return near;
}

const [APART, FARTHEST] = [85, 5000]; // pixels between nodes, and places that are tried

// A node that is not drawn yet comes in beside the neighbour that is, with its best tied neighbours around it.
function bringIn(number, most = 24) {
  const wanted = [
    number,
    ...[...neighbours(number)]
      .filter((n) => n !== number)
      .sort((a, b) => degree[b] - degree[a])
      .slice(0, most),
  ];
  const anchor = wanted.find((n) => nodeSet.get(n));
  const at = anchor === undefined ? { x: 0, y: 0 } : network.getPosition(anchor);
  const fresh = wanted.filter((n) => !nodeSet.get(n));
  const taken = Object.values(network.getPositions(nodeSet.getIds()));
  let step = 0;
  for (const n of fresh) {
    // Along a spiral, to the next place that is free.
    let place;
    do {
      const [angle, radius] = [step * 2.399963, 130 + 34 * Math.sqrt(step)];
      place = { x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) };
    } while (++step < FARTHEST && taken.some((other) => Math.abs(other.x - place.x) < APART && Math.abs(other.y - place.y) < APART));
    taken.push(place);
    nodeSet.add({ id: n, group: data.nodes[n].k, size: data.nodes[n].s, label: shortLabel(n), ...place });
  }
  if (fresh.length) paint();
}

let moves = 0;

async function focusOn(number) {
  const move = ++moves;
  element("panel").setAttribute("aria-busy", "true");
  if (number !== null) await source.around(number);
  if (move !== moves) return; // something else was chosen meanwhile
  if (number !== null && !nodeSet.get(number)) bringIn(number);
  state.focus = number;
  state.edge = state.path = null;
  if (number !== null && ["contradictions", "timeline"].includes(state.view)) state.view = "everything";
  paint();
  if (number !== null) {
    network.selectNodes([number]);
    network.focus(number, {
      scale: scaleAround(number),
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 },
    });
  } else network.unselectAll();
  writeHash();
  renderSide();
}

// Close enough to read, far enough that most neighbours are seen.
function scaleAround(number) {
  const ids = [...neighbours(number)].filter((n) => n !== number && nodeSet.get(n) && !nodeSet.get(n).hidden);
  const { x, y } = network.getPosition(number),
    { clientWidth, clientHeight } = element("network");
  const scales = Object.values(network.getPositions(ids)).map((at) =>
    Math.min((clientWidth / 2 - 60) / (Math.abs(at.x - x) || 1), (clientHeight / 2 - 75) / (Math.abs(at.y - y) || 1)),
  );
  scales.sort((a, b) => a - b);
  return Math.min(1.1, Math.max(0.35, scales[Math.floor(scales.length * 0.1)] ?? 1));
}

function showEdge(id) {
  state.edge = edgeSet.get(id);
  renderSide();
}
