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
      fact.t === "event" ? fact.su : fact.po,
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

function question() {
  const prefixes = "PREFIX kg: <https://khabar.example/ontology#>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n\n";
  const range = [
    state.from && `FILTER(?latest >= "${state.from}"^^xsd:date)`,
    state.until && `FILTER(?earliest <= "${state.until}"^^xsd:date)`,
  ].filter(Boolean);
  const time = range.length ? `\n  ?fact kg:earliest ?earliest ; kg:latest ?latest .\n  ${range.join("\n  ")}` : "";
  const xsd = range.length ? "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" : "";
  const evidence = "\n  ?fact kg:evidence [ kg:sentence ?sentence ; kg:article ?article ] .";
  if (state.view === "contradictions")
    return `${prefixes}SELECT ?force ?a ?b ?first ?second {\n  ?one kg:about ?force ; kg:position ?pa ; kg:speaker ?a ; kg:content ?first .\n  ?two kg:about ?force ; kg:position ?pb ; kg:speaker ?b ; kg:content ?second .\n  FILTER(STRENDS(STR(?pa), "supports") && STRENDS(STR(?pb), "opposes"))\n  FILTER(?a = ?b || EXISTS { ?one kg:edtf ?day . ?two kg:edtf ?day })\n}`;
  if (state.focus !== null)
    return `${xsd}${prefixes}SELECT DISTINCT ?fact ?kind ?sentence ?article {\n  ?fact ?relation ${iri(data.nodes[state.focus].i)} ; a ?kind .${evidence}${time}\n}`;
  return `${xsd}${prefixes}SELECT DISTINCT ?fact ?kind ?sentence ?article {\n  VALUES ?kind { kg:RoleHolding kg:Statement kg:Event }\n  ?fact a ?kind .${evidence}${time}\n}`;
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
