// Everything begins here.
function speak() {
  document.documentElement.lang = language ? "en" : "ar";
  document.documentElement.dir = language ? "ltr" : "rtl";
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  element("query").placeholder = say("searchHint");
  startLegend();
  startTabs();
}

const SHAPES = {
  person: "circle",
  country: "square",
  organization: "triangle",
  force: "diamond",
  place: "dot",
  unnamed: "ring",
  event: "star",
};
const SHAPE_PATHS = {
  circle: "M9 1a6 6 0 1 0 .01 0z",
  square: "M3 1h12v12H3z",
  triangle: "M9 1l7 12H2z",
  diamond: "M9 0l7 7-7 7-7-7z",
  dot: "M9 4a3 3 0 1 0 .01 0z",
  ring: "M9 1a6 6 0 1 0 .01 0zm0 3a3 3 0 1 1-.01 0z",
  star: "M9 0l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z",
};
const KIND_COLORS = Object.fromEntries(Object.entries(embedded("options").groups).map(([kind, style]) => [kind, style.color.background]));
const SVG = "http://www.w3.org/2000/svg";

function icon(kind) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 18 14");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPE_PATHS[SHAPES[kind]] || "M1 5h12V2l5 5-5 5V9H1z");
  path.setAttribute("fill", KIND_COLORS[kind] || (EDGE_STYLE[kind][0].startsWith("--") ? css(EDGE_STYLE[kind][0]) : EDGE_STYLE[kind][0]));
  svg.append(path);
  return svg;
}

function startLegend() {
  const present = Object.keys(SHAPES).filter((kind) => data.nodes.some((node) => node.k === kind));
  const entries = [
    ...present.map((kind) => [kind, both(data.labels.kinds[kind])]),
    ...["holds", "supports", "opposes", "neutral", "unclear", "participant"].map((kind) => [kind, say(kind)]),
  ];
  element("legend").replaceChildren(
    ...entries.map(([kind, label]) =>
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(!state.hidden.has(kind)),
          onclick: (event) => {
            state.hidden.has(kind) ? state.hidden.delete(kind) : state.hidden.add(kind);
            event.currentTarget.setAttribute("aria-pressed", String(!state.hidden.has(kind)));
            paint();
            writeHash();
            renderSide();
          },
        },
        icon(kind),
        label,
      ),
    ),
  );
}

async function start() {
  await unpack();
  await readHash();
  speak();
  startNetwork();
  startSearch();
  await startTime();
  startTools();
  if (state.focus !== null) focusOn(state.focus);
  else renderSide();
}
start();
