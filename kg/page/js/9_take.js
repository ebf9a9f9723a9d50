// What one may take away: the picture, the visible facts, a link, the question behind the view.
function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function savePicture() {
  const drawn = element("network").querySelector("canvas");
  const canvas = make("canvas", { width: drawn.width, height: drawn.height });
  const draw = canvas.getContext("2d");
  draw.fillStyle = css("--paper");
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.drawImage(drawn, 0, 0);
  canvas.toBlob((blob) => save("khabar.png", "image/png", blob));
}

// A spreadsheet takes a cell that begins with = + - @ for a formula: such cells begin with an apostrophe.
const cell = (value) =>
  `"${String(value ?? "")
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replace(/"/g, '""')}"`;

const MOST_ROWS = 20000;

async function visibleFacts() {
  if (state.view === "contradictions") return (await source.contradictions()).flatMap(([, fact, other]) => [fact, other]);
  const filter = state.edge
    ? edgeFilter(state.edge)
    : state.view === "timeline"
      ? { dated: 1 }
      : state.focus === null
        ? {}
        : { node: state.focus };
  const facts = [];
  for (let list; !list || (list.facts.length && facts.length < Math.min(list.count, MOST_ROWS)); facts.push(...list.facts))
    list = await source.list(filter, facts.length, 200);
  return facts;
}

async function saveTable() {
  const names = (numbers) => numbers.map((n) => data.nodes[n].a).join("; ");
  const taken = (fact) => stands(fact).map(({ position, forces }) => position + (forces.length ? ` (${names(forces)})` : "")).join("; ");
  const row = (fact) => {
    const [sentence, from, to, confidence] = fact.v[0] || [null, -1, -1, ""];
    const [article, text] = sentence === null ? [null, ""] : data.sentences[sentence];
    const about =
      fact.t === "role" ? [fact.c, fact.o].filter((n) => n !== null) : fact.t === "statement" ? fact.ab : fact.pl === null ? [] : [fact.pl];
    const who = fact.t === "role" ? [fact.h] : fact.t === "statement" ? fact.sp : fact.pa.map((pair) => pair[0]);
    return [
      fact.t,
      names(who),
      fact.t === "role" ? fact.ti : fact.t === "statement" ? fact.vb : fact.c,
      names(about),
      fact.d,
      fact.t === "event" ? fact.su : fact.t === "statement" ? taken(fact) : "",
      from < 0 ? "" : text.slice(from, to),
      text,
      article === null ? "" : data.articles[article][0],
      confidence,
      fact.i,
    ];
  };
  const head = ["fact", "who", "what", "about", "date", "status_or_position", "evidence", "sentence", "article", "confidence", "iri"];
  save(
    "khabar.csv",
    "text/csv;charset=utf-8",
    "\ufeff" + [head, ...(await visibleFacts()).map(row)].map((cells) => cells.map(cell).join(",")).join("\r\n"),
  );
}

const iri = (text) => `<${text.replace(/[\x00-\x20<>"{}|^`\\]/g, (c) => encodeURIComponent(c))}>`;

// What SPARQL asks for as the view shows it. A date that is open at one end counts from the other; offices are shown whatever the time.
function question() {
  const clauses = state.view === "contradictions" ? CONTRADICTIONS : [...factsOfView(), EVIDENCE, ...timeOfView()];
  const head = state.view === "contradictions" ? "?force ?a ?b ?first ?second" : "?fact ?kind ?sentence ?article";
  return `${PREFIXES}\nSELECT DISTINCT ${head} {\n  ${clauses.join("\n  ")}\n}`;
}

const PREFIXES = `PREFIX kg: <https://khabar.example/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;
const EVIDENCE = "?fact kg:evidence [ kg:sentence ?sentence ; kg:article ?article ] .";
const CONTRADICTIONS = [
  "?one kg:supports ?force ; kg:speaker ?a ; kg:content ?first .",
  "?two kg:opposes ?force ; kg:speaker ?b ; kg:content ?second .",
  "FILTER(?a = ?b || EXISTS { ?one kg:edtf ?day . ?two kg:edtf ?day })",
];

function factsOfView() {
  const named = (number) => iri(data.nodes[number].i);
  if (state.edge && state.edge.facts.length) {
    const facts = state.edge.facts.map((number) => iri(data.facts[number].i));
    return [`VALUES ?fact { ${facts.join(" ")} }`, "?fact a ?kind ."];
  }
  if (state.focus !== null)
    return data.nodes[state.focus].k === "event"
      ? [`BIND(${named(state.focus)} AS ?fact)`, "?fact a ?kind ."]
      : [`?fact ?relation ${named(state.focus)} ; a ?kind .`];
  return ["VALUES ?kind { kg:RoleHolding kg:Statement kg:Event }", "?fact a ?kind ."];
}

function timeOfView() {
  const limits = [
    state.from && `COALESCE(?until, ?from) >= "${state.from}"^^xsd:date`,
    state.until && `COALESCE(?from, ?until) <= "${state.until}"^^xsd:date`,
  ].filter(Boolean);
  if (!limits.length) return [];
  const dates = ["OPTIONAL { ?fact kg:earliest ?from }", "OPTIONAL { ?fact kg:latest ?until }"];
  return [...dates, `FILTER(?kind = kg:RoleHolding || ${limits.join(" && ")})`];
}

function showDialog(title, text) {
  element("dialog-title").textContent = title;
  element("dialog-text").textContent = text;
  element("dialog").showModal();
}

async function copy(text, button, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    showDialog(say("copy"), text);
    return;
  }
  const before = button.textContent;
  button.textContent = say(done);
  setTimeout(() => (button.textContent = before), 1200);
}

function startTools() {
  element("png").onclick = savePicture;
  element("csv").onclick = saveTable;
  element("link").onclick = (event) => {
    writeHash();
    copy(location.href, event.currentTarget, "linkCopied");
  };
  element("sparql").onclick = () => showDialog("SPARQL", question());
  element("copy").onclick = (event) => copy(element("dialog-text").textContent, event.currentTarget, "copied");
  element("theme").onclick = () => {
    const dark = css("--paper") === "#15171a";
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    startLegend();
    paint();
    drawHistogram();
  };
  element("language").onclick = () => {
    language = 1 - language;
    writeHash();
    speak();
    paint();
    renderSide();
  };
}
