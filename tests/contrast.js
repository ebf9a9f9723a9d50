// Measures contrast as WCAG 2.2 defines it, of everything that is seen now: what is below AA, as lines of words.
() => {
  const parse = (text) => { const found = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return [found[0], found[1], found[2], found[3] ?? 1]; };
  const over = (top, under) => {
    const alpha = top[3] + under[3] * (1 - top[3]);
    const mixed = [0, 1, 2].map((n) => (alpha ? (top[n] * top[3] + under[n] * under[3] * (1 - top[3])) / alpha : 0));
    return [...mixed, alpha];
  };
  // How a colour that is painted in an element is seen: over its background and its ancestors', dimmed as they are.
  const seen = (element, colour) => {
    let found = colour;
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      found = over(found, parse(style.backgroundColor));
      found[3] *= Number(style.opacity);
    }
    return over(found, [255, 255, 255, 1]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const nothing = [0, 0, 0, 0];
  const wrong = [], counted = { text: 0, graphics: 0, borders: 0, rings: 0 };
  const measure = (kind, element, colour, least, around = element) => {
    counted[kind]++;
    const ratio = contrast(seen(element, parse(colour)), seen(around, nothing));
    if (ratio < least) wrong.push(`${kind} ${ratio.toFixed(2)} ${element.tagName}#${element.id}.${element.getAttribute("class") || ""} ${(element.textContent || element.placeholder || "").slice(0, 30)}`);
  };
  const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden" && !element.closest(".hidden, .skip:not(:focus)");
  const large = (style) => parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
  for (const element of document.body.querySelectorAll("*")) {
    if (!visible(element) || element.closest("script, style, noscript")) continue;
    const style = getComputedStyle(element);
    if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) measure("text", element, style.color, large(style) ? 3 : 4.5);
    if (element.placeholder) measure("text", element, getComputedStyle(element, "::placeholder").color, 4.5);
    if (element.matches("input[type=search], select, textarea")) { measure("text", element, style.color, 4.5); measure("borders", element, style.borderTopColor, 3, element.parentElement); }
    if (element.matches("svg path")) measure("graphics", element, style.fill, 3);
    if (element.matches(".bars span")) measure("graphics", element, style.backgroundColor, 3, element.parentElement.parentElement);
    const modal = document.querySelector("dialog[open]");
    if ((!modal || modal.contains(element)) && element.matches("a[href], button, input, select, [tabindex='0']")) {
      element.focus();
      const ring = getComputedStyle(element);
      if (ring.outlineStyle === "none" || parseFloat(ring.outlineWidth) < 2) wrong.push(`no ring ${element.tagName}#${element.id}`);
      else measure("rings", element, ring.outlineColor, 3, element.parentElement);
    }
  }
  const root = getComputedStyle(document.documentElement);
  const hex = (name) => { const text = root.getPropertyValue(name).trim(); return [1, 3, 5].map((n) => parseInt(text.slice(n, n + 2), 16)); };
  const drawn = (name, colour, least) => { const ratio = contrast(colour, hex("--paper")); if (ratio < least) wrong.push(`canvas ${ratio.toFixed(2)} ${name}`); };
  drawn("labels", hex("--ink"), 4.5);
  for (const [kind, group] of Object.entries(JSON.parse(document.getElementById("options").textContent).groups)) drawn(kind, parse(`${[1, 3, 5].map((n) => parseInt(group.color.background.slice(n, n + 2), 16))}`), 3);
  return { wrong: [...new Set(wrong)], counted };
}
