// The facts, unpacked and indexed. Nodes, facts, sentences and articles refer to each other by number.
const element = (id) => document.getElementById(id);
const embedded = (id) => JSON.parse(element(id).textContent);
let data, factsOf, degree, newest;

async function unpack() {
  const text = atob(element("data").textContent);
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) bytes[n] = text.charCodeAt(n);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  data = JSON.parse(await new Response(stream).text());
  newest =
    data.whole?.newest ||
    data.articles.reduce((last, article) => ((article[3] || "") > last ? article[3] : last), "").slice(0, 10) ||
    "9999";
  factsOf = data.nodes.map(() => []);
  data.facts.forEach(enter);
  degree = data.nodes.map((node, number) => node.g ?? factsOf[number].length);
}

function enter(fact, number) {
  fact.n = number;
  [fact.lo, fact.hi] = bounds(fact.d);
  for (const node of nodesOf(fact)) if (factsOf[node].at(-1) !== number) factsOf[node].push(number);
}

// What each kind of fact ties together.
function nodesOf(fact) {
  if (fact.t === "role") return [fact.h, fact.c, fact.o, fact.p].filter((n) => n !== null && n !== undefined);
  if (fact.t === "statement") return [...fact.sp, ...fact.ab, ...(fact.vi === null ? [] : [fact.vi])];
  return [fact.e, ...fact.pa.map((pair) => pair[0]), ...(fact.pl === null ? [] : [fact.pl])];
}

// Where the words of a statement stand towards a force that they are about, by the list that holds it.
const POSITIONS = { supports: "fo", opposes: "ag", neutral: "ne" };
const positionOn = (fact, force) => Object.keys(POSITIONS).find((position) => fact[POSITIONS[position]]?.includes(force));

// Edges that a fact draws: [from, to, kind, class].
function edgesOf(fact) {
  if (fact.t === "role") return [fact.c ?? fact.o].filter((to) => to !== null).map((to) => [fact.h, to, "holds"]);
  if (fact.t === "statement") return fact.sp.flatMap((from) => fact.ab.map((to) => [from, to, positionOn(fact, to) || "unclear"]));
  return [...fact.pa.map(([node]) => [node, fact.e, "participant"]), ...(fact.pl === null ? [] : [[fact.e, fact.pl, "place"]])];
}

// EDTF to first and last day, as ISO text; empty where open or unknown.
function bounds(edtf) {
  if (!edtf) return ["", ""];
  const [first, last = first] = edtf.split("/");
  const day = (text, end) => {
    const plain = text.replace(/[~?%]/g, "");
    if (!/^\d{4}(-\d\d){0,2}$/.test(plain)) return "";
    if (plain.length === 10) return plain;
    if (!end) return plain.length === 4 ? `${plain}-01-01` : `${plain}-01`;
    const month = plain.length === 4 ? 12 : Number(plain.slice(5, 7));
    return new Date(Date.UTC(Number(plain.slice(0, 4)), month, 0)).toISOString().slice(0, 10);
  };
  const [lo, hi] = [day(first, false), day(last, true)];
  return [lo || hi, hi || lo];
}

// EDTF as people write it, each date in its own direction: 2014, ≈ 2014, from 2021-03, from 2021-03 to 2021-05.
function when(edtf) {
  const [first, last] = edtf
    .split("/")
    .map((date) => (date === ".." || !date ? "" : `\u2066${date.replace(/^([^~%]*)[~%]$/, "≈ $1")}\u2069`));
  if (last === undefined) return first;
  return [first && `${say("fromDay")} ${first}`, last && `${say("untilDay")} ${last}`].filter(Boolean).join(" ");
}

// The same as short as it can be, for the picture: what both ends of a span share, or its years.
function briefly(edtf) {
  const [first, last] = edtf.split("/");
  if (!/^\d{4}/.test(last || "") || !/^\d{4}/.test(first)) return when(edtf);
  for (const length of [7, 4]) if (first.slice(0, length) === last.slice(0, length)) return `\u2066${first.slice(0, length)}\u2069`;
  return `\u2066${first.slice(0, 4)}–${last.slice(0, 4)}\u2069`;
}

const nodeLabel = (number, date = when) => {
  const node = data.nodes[number];
  const name = language && node.e ? node.e : node.a;
  return node.w ? `${name} ${date(node.w)}` : name;
};
