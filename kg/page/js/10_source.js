// Where facts come from: the file itself, or, where it holds a part of a large graph, the server that shows it (kg serve). Both answer the same
// questions, newest facts first, within the range of time and without the hidden kinds, always with numbers of what is here now.
const LISTED = 40;

const embeddedSource = {
  search: async (text, kinds) => findNodes(text, kinds),
  find: async (iri) => {
    const found = data.nodes.findIndex((node) => node.i === iri);
    return found < 0 ? null : found;
  },
  around: async () => {},
  list: async (filter, offset = 0, most = LISTED) => {
    const found = matching(filter);
    return { count: found.length, facts: found.slice(offset, offset + most) };
  },
  company: async (number) => company(number),
  path: async (from, to) => shortestPath(from, to),
  contradictions: async () => contradictions(),
  months: async () => {
    const months = {};
    for (const fact of data.facts) if (fact.t !== "role" && fact.lo) months[fact.lo.slice(0, 7)] = (months[fact.lo.slice(0, 7)] || 0) + 1;
    return months;
  },
};

const iriOf = (number) => data.nodes[number].i;

const liveSource = {
  search: async (text, kinds) => ((text.trim() && (await ask("search", { q: text, kinds: kinds.join(",") })))?.nodes || []).map(numberOf),
  find: async (iri) => numberOf(iri) ?? (await ask("node", { node: iri }))?.nodes.map(numberOf)[0] ?? null,
  around: async (number) => {
    await ask("around", { node: iriOf(number) });
  },
  list: async ({ node, other, ...filter }, offset = 0, most = LISTED) => {
    const answer = await ask("facts", {
      ...filter,
      ...(node === undefined ? {} : { node: iriOf(node) }),
      ...(other === undefined ? {} : { other: iriOf(other) }),
      offset,
      most,
    });
    return answer ? { count: answer.count, facts: answer.facts.map(factOf).filter(Boolean) } : { count: 0, facts: [] };
  },
  company: async (number) => ((await ask("company", { node: iriOf(number) }))?.company || []).map(([iri, count]) => [numberOf(iri), count]),
  path: async (from, to) => ((await ask("path", { node: iriOf(from), other: iriOf(to) }))?.nodes || []).map(numberOf),
  contradictions: async () =>
    ((await ask("contradictions", {}))?.pairs || []).map(([reason, one, other, force]) => [reason, factOf(one), factOf(other), numberOf(force)]),
  months: async () => (await ask("months", {}))?.months || {},
};
const source = document.documentElement.dataset.facts === "live" ? liveSource : embeddedSource;

async function ask(name, values) {
  const hidden = [...state.hidden].filter((kind) => kind in data.labels.kinds).join(",");
  const query = new URLSearchParams(
    Object.entries({ ...values, from: state.from, until: state.until, hidden }).filter(([, value]) => value !== ""),
  );
  try {
    const answer = await fetch(`/page/${name}?${query}`);
    if (!answer.ok) throw new Error(await answer.text());
    const found = await answer.json();
    if (found.part) absorb(found.part);
    return found;
  } catch (error) {
    element("shown").textContent = say("noAnswer", error.message);
    return null;
  }
}

// Nodes and facts that are here, by address.
let nodeNumbers, factNumbers;
const numberOf = (iri) => (nodeNumbers ||= new Map(data.nodes.map((node, n) => [node.i, n]))).get(iri);
const factOf = (iri) => data.facts[(factNumbers ||= new Map(data.facts.map((fact, n) => [fact.i, n]))).get(iri)];

// A part of the graph joins what is here; its numbers are its own and become ours.
function absorb(part) {
  for (const [name, labels] of Object.entries(part.labels)) data.labels[name] = { ...labels, ...data.labels[name] };
  const nodes = part.nodes.map((node) => numberOf(node.i) ?? addNode(node));
  const articles = part.articles.map((article) => data.articles.push(article) - 1);
  const sentences = part.sentences.map(([article, text]) => data.sentences.push([articles[article], text]) - 1);
  for (const pair of part.structure.map((pair) => pair.map((n) => nodes[n])))
    if (!data.structure.some(([a, b]) => a === pair[0] && b === pair[1])) data.structure.push(pair);
  const fresh = part.facts.filter((fact) => !factOf(fact.i));
  for (const fact of fresh) factNumbers.set(fact.i, data.facts.push(moved(fact, nodes, sentences)) - 1);
  for (const fact of fresh) {
    if (fact.rb !== undefined && fact.rb !== null) fact.rb = factNumbers.get(part.facts[fact.rb].i);
    enter(fact, factNumbers.get(fact.i));
  }
}

function addNode(node) {
  const number = data.nodes.push(node) - 1;
  nodeNumbers.set(node.i, number);
  factsOf.push([]);
  degree.push(node.g || 0);
  searchable = undefined;
  return number;
}

function moved(fact, nodes, sentences) {
  const single = fact.t === "role" ? ["h", "c", "o", "p"] : fact.t === "statement" ? ["vi"] : ["e", "pl"];
  for (const name of single) if (fact[name] !== null) fact[name] = nodes[fact[name]];
  for (const name of ["sp", "ab", "fo", "ag", "ne"]) if (fact[name]) fact[name] = fact[name].map((n) => nodes[n]);
  if (fact.pa) fact.pa = fact.pa.map(([n, part]) => [nodes[n], part]);
  fact.v = fact.v.map(([sentence, ...rest]) => [sentences[sentence], ...rest]);
  return fact;
}

// The embedded facts that a filter admits, newest first.
function matching({ node, other, kind, position, as, dated }) {
  const facts = node === undefined ? data.facts.filter(visibleFact).sort(newestFirst) : factsAt(node);
  const stoodOn = (fact) => (fact.ab || []).filter((force) => force === node || force === other);
  const ties = (fact) => edgesOf(fact).some(([a, b]) => (a === node && b === other) || (a === other && b === node));
  if (kind === "role") facts.sort((a, b) => articlesOf(b) - articlesOf(a) || newestFirst(a, b)); // the best attested first
  return facts.filter(
    (fact) =>
      (!kind || fact.t === kind) &&
      (!position || stoodOn(fact).some((force) => (positionOn(fact, force) || "none") === position)) &&
      (as !== "about" || fact.ab?.includes(node)) &&
      (!dated || (fact.t !== "role" && fact.lo)) &&
      (other === undefined || ties(fact)),
  );
}

const articlesOf = (fact) => new Set(fact.v.map(([sentence]) => data.sentences[sentence][0])).size;

function company(number, most = 12) {
  const count = new Map();
  for (const fact of factsAt(number))
    for (const node of new Set(nodesOf(fact)))
      if (node !== number && data.nodes[node].k !== "event") count.set(node, (count.get(node) || 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
}
