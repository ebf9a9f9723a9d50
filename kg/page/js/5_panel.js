// The panel: real lists of real sentences, made of text nodes alone, so that no word of an article is ever markup.
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
const bdi = (text) => make("bdi", {}, String(text));
const nodeButton = (number) => make("button", { type: "button", onclick: () => focusOn(number) }, bdi(nodeLabel(number)));
const joined = (nodes, separator = language ? ", " : "، ") => nodes.flatMap((node, n) => (n ? [separator, node] : [node]));

function badge(text, kind = "") {
  return make("span", { class: `badge ${kind}` }, text);
}

// The sentence with the evidence marked; the article it stands in, with what is known of it.
function quotation([sentence, from, to, confidence]) {
  const [article, text] = data.sentences[sentence];
  const [identifier, title, publisher, published, url] = data.articles[article];
  const marked = from < 0 ? [text] : [text.slice(0, from), make("mark", {}, text.slice(from, to)), text.slice(to)];
  const safe = /^https?:\/\//i.test(url || "");
  const source = [bdi(title || identifier), publisher && bdi(publisher), published && bdi(published), `${say("confidence")} ${confidence}`].filter(Boolean);
  return make("div", {}, make("blockquote", { lang: "ar", dir: "rtl" }, ...marked),
    make("p", { class: "soft" }, ...joined(source, " · "), safe ? " · " : null, safe ? make("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, say("open")) : null));
}

const HEADS = {
  role: (fact) => [nodeButton(fact.h), ": ", bdi(fact.ti), fact.c !== null ? " — " : null, fact.c !== null ? nodeButton(fact.c) : null],
  statement: (fact) => [...joined(fact.sp.map(nodeButton)), " ", bdi(fact.vb || both(data.labels.stances[fact.st])), fact.ab.length ? ` ${say("about")} ` : null, ...joined(fact.ab.map(nodeButton))],
  event: (fact) => [bdi(both(data.labels.events[fact.c])), ": ", ...joined(fact.pa.map(([node]) => nodeButton(node))), fact.pl !== null ? ` — ${say("place")}: ` : null, fact.pl !== null ? nodeButton(fact.pl) : null],
};

function marks(fact) {
  const out = [];
  if (fact.d) out.push(badge(bdi(fact.d)));
  if (fact.t === "statement") {
    out.push(badge(both(data.labels.stances[fact.st]) || fact.st));
    if (fact.po) out.push(badge(say(fact.po), fact.po));
    for (const [flag, key] of [["ng", "negated"], ["hs", "hearsay"], ["q", "quoted"]]) if (fact[flag]) out.push(badge(say(key)));
    if (fact.vi !== null) out.push(make("span", { class: "soft" }, `${say("via")} `, nodeButton(fact.vi)));
    if (fact.rb !== null && data.facts[fact.rb]) out.push(make("span", { class: "soft" }, `${say("reportedBy")} `, ...joined(data.facts[fact.rb].sp.map(nodeButton))));
  }
  if (fact.t === "event") {
    if (fact.su !== "actual") out.push(badge(say(fact.su), "opposes"));
    if (fact.dp) out.push(badge(say("disputed"), "opposes"));
    if (fact.kd !== null) out.push(badge(`${fact.kd} ${say("killed")}`));
    if (fact.wd !== null) out.push(badge(`${fact.wd} ${say("wounded")}`));
  }
  if (fact.t === "role") {
    if (fact.f) out.push(badge(say("former")));
    if (fact.fr || fact.un) out.push(badge(bdi(`${fact.fr || ""}/${fact.un || ""}`)));
  }
  return out;
}

function factItem(fact) {
  return make("li", { "data-fact": fact.i }, make("div", { class: "head" }, ...HEADS[fact.t](fact)), make("div", {}, ...marks(fact)), ...fact.v.map(quotation));
}

const newestFirst = (a, b) => (b.hi || "").localeCompare(a.hi || "") || a.n - b.n;

// A list that grows on demand, so that a country of 3,000 facts opens at once.
function factList(facts, size = 40) {
  const list = make("ol", { class: "facts" });
  const box = make("div", {}, list);
  let next = 0;
  const more = make("button", { type: "button", onclick: () => grow() }, say("more"));
  function grow() {
    list.append(...facts.slice(next, next + size).map(factItem));
    next += size;
    if (next < facts.length) box.append(more);
    else more.remove();
  }
  if (facts.length) grow();
  else box.append(make("p", { class: "soft" }, say("noFacts")));
  return box;
}

function section(title, facts) {
  return facts.length ? [make("h3", {}, `${title} (${facts.length})`), factList(facts)] : [];
}

const factsAt = (number) => factsOf[number].map((n) => data.facts[n]).filter(visibleFact).sort(newestFirst);

function nodePanel(number) {
  const node = data.nodes[number];
  const facts = factsAt(number);
  const kind = both(data.labels.kinds[node.k]);
  const other = language ? node.a : node.e;
  return [
    make("h2", {}, bdi(nodeLabel(number)), make("small", {}, kind, other ? " · " : null, other ? bdi(other) : null, ` · ${node.n} ${say("articles")}`)),
    node.l.length ? make("p", { class: "soft" }, `${say("aliases")}: `, ...joined(node.l.map(bdi))) : null,
    make("p", { class: "soft" }, `${say("identifier")}: `, make("bdi", { dir: "ltr" }, node.i)),
    make("p", {}, make("button", { type: "button", onclick: () => bringIn(number) }, say("bringIn"))),
    ...section(say("roles"), facts.filter((fact) => fact.t === "role")),
    ...(node.k === "force" ? positionBars(facts) : []),
    ...section(say("statements"), facts.filter((fact) => fact.t === "statement")),
    ...section(say("events"), facts.filter((fact) => fact.t === "event")),
  ];
}

function edgePanel(edge) {
  const facts = edge.facts.map((n) => data.facts[n]).sort(newestFirst);
  return [make("h2", {}, nodeButton(edge.from), " ← ", nodeButton(edge.to), make("small", {}, say(edge.kind))), factList(facts)];
}

function positionBars(facts) {
  const count = (position) => facts.filter((fact) => fact.po === position).length;
  const counts = ["supports", "neutral", "opposes"].map((position) => [position, count(position)]);
  if (!counts.some(([, n]) => n)) return [];
  return [make("p", {}, ...counts.filter(([, n]) => n).map(([position, n]) => badge(`${say(position)}: ${n}`, position))),
    bar(counts)];
}

function bar(counts) {
  const box = make("div", { class: "bars", "aria-hidden": "true" });
  for (const [position, n] of counts) if (n) {
    const part = make("span", { class: position });
    part.style.flex = String(n);
    box.append(part);
  }
  return box;
}
