// The range of time: a histogram of dated facts by month, and two handles.
let months = [],
  counts = [],
  beyond = ["", ""];
const MOST_MONTHS = 120;
const HANDLE = 24; // pixels, as in style.css: a handle's middle stands under the middle of its month

async function startTime() {
  const all = Object.entries(await source.months()).sort(([a], [b]) => (a < b ? -1 : 1));
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  if (total < 2) {
    element("time").hidden = true;
    return;
  }
  // The oldest and newest stand at the edges: one event of 1258 must not squeeze this year into a pixel.
  const reached = (share) => {
    let sum = 0;
    return all.find(([, count]) => (sum += count) > share * total)?.[0] || all.at(-1)[0];
  };
  const long = (a, b) => 12 * (b.slice(0, 4) - a.slice(0, 4)) + (b.slice(5) - a.slice(5));
  const last = reached(0.99);
  const first = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2].map(reached).find((month, n) => n === 5 || long(month, last) <= MOST_MONTHS);
  for (let [year, month] = first.split("-").map(Number); ; month === 12 ? (year++, (month = 1)) : month++) {
    months.push(`${year}-${String(month).padStart(2, "0")}`);
    if (months[months.length - 1] >= last) break;
  }
  counts = months.map(() => 0);
  beyond = [all[0][0] < first ? "≤ " : "", all.at(-1)[0] > last ? "≥ " : ""];
  for (const [month, count] of all) counts[month < first ? 0 : month > last ? months.length - 1 : months.indexOf(month)] += count;
  const [from, until] = [element("from"), element("until")];
  from.max = until.max = months.length - 1;
  from.value = state.from
    ? Math.max(
        0,
        months.findIndex((month) => month >= state.from.slice(0, 7)),
      )
    : 0;
  until.value = state.until
    ? Math.max(
        0,
        months.findLastIndex((month) => month <= state.until.slice(0, 7)),
      )
    : months.length - 1;
  from.oninput = () => {
    if (+from.value > +until.value) until.value = from.value;
    rangeChanged();
  };
  until.oninput = () => {
    if (+until.value < +from.value) from.value = until.value;
    rangeChanged();
  };
  for (const place of [element("histogram"), from.parentElement]) place.onclick = bringHandle;
  new ResizeObserver(drawHistogram).observe(element("histogram"));
  tellRange();
}

// A click beside the handles brings the nearer one there.
function bringHandle(event) {
  if (event.target.type === "range") return;
  const { left, width } = element("histogram").getBoundingClientRect();
  const month = Math.round(((event.clientX - left - HANDLE / 2) / (width - HANDLE)) * (months.length - 1));
  const [from, until] = [element("from"), element("until")];
  (Math.abs(month - from.value) <= Math.abs(month - until.value) ? from : until).value = month;
  rangeChanged();
}

function rangeChanged() {
  const [from, until] = [+element("from").value, +element("until").value];
  state.from = from === 0 ? "" : bounds(months[from])[0];
  state.until = until === months.length - 1 ? "" : bounds(months[until])[1];
  tellRange();
  paint();
  writeHash();
  renderSide();
}

function tellRange() {
  const [from, until] = [+element("from").value, +element("until").value];
  element("span").textContent = `${from ? "" : beyond[0]}${months[from]} – ${until === months.length - 1 ? beyond[1] : ""}${months[until]}`;
  element("from").setAttribute("aria-valuetext", months[+element("from").value]);
  element("until").setAttribute("aria-valuetext", months[+element("until").value]);
  element("from").style.zIndex = from * 2 > months.length ? 2 : 1; // where both stand at the end, the first can be taken
  element("until").style.zIndex = 1;
  const share = (number) => `calc(${HANDLE / 2}px + (100% - ${HANDLE}px) * ${number / (months.length - 1 || 1)})`;
  element("time").style.setProperty("--first", share(from));
  element("time").style.setProperty("--last", share(until));
  drawHistogram();
}

function drawHistogram() {
  const canvas = element("histogram");
  const [width, height, ratio] = [canvas.clientWidth, 44, devicePixelRatio || 1];
  if (!width || !months.length) return;
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const draw = canvas.getContext("2d");
  draw.scale(ratio, ratio);
  const most = Math.max(...counts),
    step = (width - HANDLE) / (months.length - 1 || 1),
    bar = Math.min(HANDLE, Math.max(1, step - 1));
  counts.forEach((count, n) => {
    draw.fillStyle = n >= +element("from").value && n <= +element("until").value ? css("--accent") : css("--line");
    const tall = count ? Math.max(2, Math.sqrt(count / most) * (height - 4)) : 0;
    draw.fillRect(HANDLE / 2 + n * step - bar / 2, height - tall, bar, tall);
  });
}
