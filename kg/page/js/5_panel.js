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
  const source = [
    bdi(title || identifier),
    publisher && bdi(publisher),
    published && make("bdi", { class: "date", dir: "ltr" }, published),
    `${say("confidence")} ${confidence}`,
  ].filter(Boolean);
  return make(
    "div",
    {},
    make("blockquote", { lang: "ar", dir: "rtl" }, ...marked),
    make(
      "p",
      { class: "soft" },
      ...joined(source, " · "),
      safe ? " · " : null,
      safe ? make("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, say("open")) : null,
    ),
  );
}

const HEADS = {
  role: (fact) => [nodeButton(fact.h), ": ", bdi(fact.ti), fact.c !== null ? " — " : null, fact.c !== null ? nodeButton(fact.c) : null],
  statement: (fact) => [
    ...joined(fact.sp.map(nodeButton)),
    " ",
    language ? both(data.labels.stances[fact.st]) || fact.st : bdi(fact.vb || both(data.labels.stances[fact.st])),
    fact.ab.length ? ` — ${say("about")}: ` : null,
    ...joined(fact.ab.map(nodeButton)),
  ],
  event: (fact) => [
    bdi(both(data.labels.events[fact.c])),
    fact.pa.length ? ": " : null,
    ...joined(fact.pa.map(([node]) => nodeButton(node))),
    fact.pl !== null ? ` — ${say("place")}: ` : null,
    fact.pl !== null ? nodeButton(fact.pl) : null,
  ],
};

// The positions that a statement takes, each with the forces on which; without them where it takes one towards all that it is about.
const stands = (fact) =>
  Object.entries(POSITIONS)
    .filter(([, name]) => fact[name].length)
    .map(([position, name]) => ({ position, forces: fact[name].length < fact.ab.length ? fact[name] : [] }));

function marks(fact) {
  const out = [];
  if (fact.d) out.push(badge(bdi(when(fact.d))));
  if (fact.t === "statement") {
    if (!language && fact.vb && fact.st !== "says") out.push(badge(both(data.labels.stances[fact.st]) || fact.st));
    for (const { position, forces } of stands(fact))
      out.push(badge(say(position) + (forces.length ? `: ${forces.map(nodeLabel).join(language ? ", " : "، ")}` : ""), position));
    for (const [flag, key] of [
      ["ng", "negated"],
      ["hs", "hearsay"],
      ["q", "quoted"],
    ])
      if (fact[flag]) out.push(badge(say(key)));
    if (fact.vi !== null) out.push(make("span", { class: "soft" }, `${say("via")} `, nodeButton(fact.vi)));
    if (fact.rb !== null && data.facts[fact.rb])
      out.push(make("span", { class: "soft" }, `${say("reportedBy")} `, ...joined(data.facts[fact.rb].sp.map(nodeButton))));
  }
  if (fact.t === "event") {
    if (fact.su !== "actual") out.push(badge(say(fact.su), "opposes"));
    if (fact.dp) out.push(badge(say("disputed"), "opposes"));
    if (fact.kd !== null) out.push(badge(`${fact.kd} ${say("killed")}`));
    if (fact.wd !== null) out.push(badge(`${fact.wd} ${say("wounded")}`));
  }
  if (fact.t === "role") {
    if (language && fact.r && fact.r !== "other") out.push(badge(fact.r.replace(/-/g, " ")));
    if (fact.f) out.push(badge(say("former")));
    if (fact.fr || fact.un) out.push(badge(bdi(when(`${fact.fr || ".."}/${fact.un || ".."}`))));
  }
  return out;
}

// Of a fact that many articles tell, the newest sentences; the others on demand.
const FIRST_PROOFS = 3;

function proofs(fact) {
  const published = (proof) => data.articles[data.sentences[proof[0]][0]][3] || "";
  const all = fact.v.length > 1 ? [...fact.v].sort((a, b) => published(b).localeCompare(published(a)) || a[0] - b[0]) : fact.v;
  const first = all.slice(0, FIRST_PROOFS).map(quotation);
  const rest = (fact.m || all.length) - first.length;
  if (rest <= 0) return first;
  return [
    ...first,
    make(
      "button",
      { type: "button", class: "act", onclick: (event) => event.currentTarget.replaceWith(...all.slice(FIRST_PROOFS).map(quotation)) },
      say("moreProofs", rest),
    ),
  ];
}

function factItem(fact) {
  return make(
    "li",
    { "data-fact": fact.i },
    make("div", { class: "head" }, ...HEADS[fact.t](fact)),
    make("div", {}, ...marks(fact)),
    ...proofs(fact),
  );
}

// Newest first; what lies after the last article, planned or feared, follows what has been.
const ahead = (fact) => fact.hi > newest;
const newestFirst = (a, b) => ahead(a) - ahead(b) || (b.hi || "").localeCompare(a.hi || "") || a.n - b.n;

// A list of the facts that a filter admits; `facts` are the first of `count`.
const listed = async (filter) => ({ filter, ...(await source.list(filter)) });

// It grows on demand, so that a country of 3,000 facts opens at once.
function factList({ filter, count, facts }) {
  const list = make("ol", { class: "facts" }, ...facts.map(factItem));
  const box = make("div", {}, list);
  let next = facts.length;
  const more = make(
    "button",
    {
      type: "button",
      class: "act",
      onclick: async () => {
        const fresh = (await source.list(filter, next)).facts;
        list.append(...fresh.map(factItem));
        next += fresh.length;
        if (next >= count || !fresh.length) more.remove();
      },
    },
    say("more"),
  );
  if (next < count) box.append(more);
  if (!count) box.append(make("p", { class: "soft" }, say("noFacts")));
  return box;
}

const few = (facts) => factList({ count: facts.length, facts });

function section(title, list) {
  return list.count ? [make("h3", {}, `${title} (${figure(list.count)})`), factList(list)] : [];
}

const factsAt = (number) =>
  factsOf[number]
    .map((n) => data.facts[n])
    .filter(visibleFact)
    .sort(newestFirst);

// By what others know a node: an address that one may open, or a code.
const identifier = (text) =>
  /^https?:\/\//i.test(text)
    ? make("a", { href: text, dir: "ltr", rel: "noopener noreferrer nofollow", target: "_blank" }, text.replace(/^.*[/#](?=.)/, ""))
    : make("bdi", { dir: "ltr" }, text);

async function nodePanel(number) {
  const node = data.nodes[number];
  const [roles, statements, events] = await Promise.all(["role", "statement", "event"].map((kind) => listed({ node: number, kind })));
  const kind = both(data.labels.kinds[node.k]);
  const other = language ? node.a : node.e;
  return [
    make(
      "h2",
      {},
      bdi(nodeLabel(number)),
      make("small", {}, kind, other ? " · " : null, other ? bdi(other) : null, ` · ${counted("articles", node.n)}`),
    ),
    node.l.length ? make("p", { class: "soft" }, `${say("aliases")}: `, ...joined(node.l.map(bdi))) : null,
    make(
      "p",
      { class: "soft" },
      `${say("identifier")}: `,
      make("bdi", { dir: "ltr" }, node.i),
      ...(node.x || []).flatMap((other) => [" · ", identifier(other)]),
    ),
    make("p", {}, make("button", { type: "button", class: "act", onclick: () => bringIn(number) }, say("bringIn"))),
    ...section(say("roles"), roles),
    ...(node.k === "force" ? positionBars(await positions(number)) : []),
    ...section(say("statements"), statements),
    ...section(say("events"), events),
  ];
}

// What an edge of a kind stands for.
function edgeFilter({ from, to, kind }) {
  if (kind === "holds") return { node: from, other: to, kind: "role" };
  if (kind === "participant" || kind === "place") return { node: from, other: to, kind: "event" };
  return { node: from, other: to, kind: "statement", position: kind === "unclear" ? "none" : kind };
}

async function edgePanel(edge) {
  const head = make("h2", {}, nodeButton(edge.from), ` ${arrow()} `, nodeButton(edge.to), make("small", {}, say(edge.kind)));
  return edge.kind === "structure" ? [head] : [head, factList(await listed(edgeFilter(edge)))];
}

const arrow = () => (language ? "→" : "←");

// How many statements about a force take which position.
const positions = (number) =>
  Promise.all(
    ["supports", "neutral", "opposes"].map(async (position) => [position, (await source.list({ ...about(number), position }, 0, 0)).count]),
  );
const about = (number) => ({ node: number, as: "about", kind: "statement" });

function positionBars(counts) {
  if (!counts.some(([, n]) => n)) return [];
  return [make("p", {}, ...counts.filter(([, n]) => n).map(([position, n]) => badge(`${say(position)}: ${n}`, position))), bar(counts)];
}

function bar(counts) {
  const box = make("div", { class: "bars", "aria-hidden": "true" });
  for (const [position, n] of counts)
    if (n) {
      const part = make("span", { class: position });
      part.style.flex = String(n);
      box.append(part);
    }
  return box;
}
