import { elementsIn, isBlankText, isElement, nameOf, styleOf, unwrap } from "#app/ui/forms/element-moves.ts";

const LEVEL = "data-item-level";
const ORDERED = "data-item-ordered";
const START = "data-item-start";

/**
 * Word has no lists on the clipboard, only paragraphs that say which level they are on; Word Online has a list of its
 * own for every item; Google Docs puts lists beside items instead of into them. All become lists in items.
 */
export function buildLists(body: Element): void {
  markWordItems(body);
  markWordOnlineItems(body);
  const parents = new Set(Array.from(body.querySelectorAll(`[${LEVEL}]`), (item) => item.parentElement));
  for (const parent of parents) if (parent) nestItems(parent);
  adoptStrayLists(body);
  for (const item of Array.from(body.querySelectorAll("li"))) unwrapOnlyParagraph(item);
}

const BY_HAND = /^[\s\u00A0]*([·•▪◦§o–-]|\d{1,3}[.)]|[a-z][.)])[\s\u00A0]{2,}/;

/** `<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>`, its number in a part marked "Ignore". */
function markWordItems(body: Element): void {
  for (const paragraph of Array.from(body.querySelectorAll("p, div"))) {
    const level = /\blevel([1-9])\b/.exec(styleOf(paragraph).get("mso-list") ?? "")?.[1];
    const isNamed = /\bMsoList(?:Paragraph|Bullet|Number)/.test(paragraph.getAttribute("class") ?? "");
    if (!level && !isNamed) continue;
    const ignored = elementsIn(paragraph).filter((part) => styleOf(part).get("mso-list") === "ignore");
    const marker = ignored.map((part) => part.textContent ?? "").join("") || takeMarkerByHand(paragraph);
    if (!level && marker === "") continue;
    for (const part of ignored) part.remove();
    const label = labelOf(marker);
    if (label !== "") {
      paragraph.prepend(`${label} `);
      continue;
    }
    markItem(paragraph, Number(level ?? 1), marker);
  }
}

/**
 * What stands before an item and no list of Markdown can make: "Član 1.", "§ 1", "a)", "II.". It is text, because other
 * sentences name it. Nothing for bullets and plain numbers.
 */
function labelOf(marker: string): string {
  const label = marker.replace(/[\s\u00A0]+/g, " ").trim();
  const isBullet = label === "o" || !/[\p{L}\p{N}]/u.test(label);
  return isBullet || /^\(?(?:\d{1,3}[.)])+(?:\d{1,3}[.)]?)?$/.test(label) ? "" : label;
}

function takeMarkerByHand(paragraph: Element): string {
  const marker = BY_HAND.exec(paragraph.textContent ?? "")?.[0] ?? "";
  let left = marker.length;
  const take = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      if (left === 0) return;
      if (child.nodeType !== 3) take(child);
      else {
        const text = child.textContent ?? "";
        child.textContent = text.slice(left);
        left -= Math.min(left, text.length);
      }
    }
  };
  take(paragraph);
  return marker;
}

/** `<ul><li data-aria-level="2">`, with every item in a list of its own. */
function markWordOnlineItems(body: Element): void {
  for (const list of Array.from(body.querySelectorAll("ul, ol"))) {
    const items = Array.from(list.children);
    if (items.length === 0 || !items.every((item) => item.hasAttribute("data-aria-level"))) continue;
    for (const [index, item] of items.entries()) {
      const start = Number(list.getAttribute("start") ?? 1) + index;
      markItem(item, Number(item.getAttribute("data-aria-level")) || 1, nameOf(list) === "ol" ? `${start}.` : "");
    }
    unwrap(list);
  }
}

function markItem(element: Element, level: number, marker: string): void {
  const item = element.ownerDocument.createElement("li");
  while (element.firstChild) item.appendChild(element.firstChild);
  const number = /^[\s\u00A0]*\(?(?:\d+\.)*(\d+)[.)]/.exec(marker);
  item.setAttribute(LEVEL, String(level));
  if (number) item.setAttribute(ORDERED, "");
  if (number?.[1]) item.setAttribute(START, number[1]);
  element.parentNode?.replaceChild(item, element);
}

interface OpenList {
  level: number;
  list: Element;
}

/** Puts items that follow one another into lists, deeper ones into the item before. */
function nestItems(parent: Element): void {
  let open: OpenList[] = [];
  for (const child of Array.from(parent.childNodes)) {
    if (isBlankText(child)) continue;
    if (!isElement(child) || !child.hasAttribute(LEVEL)) {
      open = [];
      continue;
    }
    const level = Number(child.getAttribute(LEVEL));
    const kind = child.hasAttribute(ORDERED) ? "ol" : "ul";
    while (open.length > 0 && (open.at(-1) as OpenList).level > level) open.pop();
    if (open.at(-1)?.level === level && nameOf((open.at(-1) as OpenList).list) !== kind) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = child.ownerDocument.createElement(kind);
      const start = child.getAttribute(START);
      if (kind === "ol" && start && start !== "1") list.setAttribute("start", start);
      const host = open.at(-1)?.list.lastElementChild;
      if (host) host.appendChild(list);
      else parent.insertBefore(list, child);
      open.push({ level, list });
    }
    (open.at(-1) as OpenList).list.appendChild(child);
    for (const mark of [LEVEL, ORDERED, START]) child.removeAttribute(mark);
  }
}

/** `<ul><li>a</li><ul><li>b</li></ul></ul>`: the inner list belongs to the item before it. */
function adoptStrayLists(body: Element): void {
  for (const list of Array.from(body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol"))) {
    const before = list.previousElementSibling;
    if (before && nameOf(before) === "li") before.appendChild(list);
    else {
      const item = list.ownerDocument.createElement("li");
      list.before(item);
      item.appendChild(list);
    }
  }
}

/** An item with one paragraph is a tight item; a Markdown list of paragraphs would have a blank line after each. */
function unwrapOnlyParagraph(item: Element): void {
  const paragraphs = Array.from(item.children).filter((child) => nameOf(child) === "p" || nameOf(child) === "div");
  if (paragraphs.length === 1) unwrap(paragraphs[0] as Element);
}
