import { linkTarget } from "#app/domain/text/link-target.ts";
import { buildLists } from "#app/ui/forms/clipboard-lists.ts";
import { simplifyTables } from "#app/ui/forms/clipboard-tables.ts";
import {
  elementsIn,
  holdsBlock,
  isBlankText,
  isBlock,
  isElement,
  nameOf,
  rename,
  styleOf,
  unwrap,
  wrapChildren,
} from "#app/ui/forms/element-moves.ts";

/**
 * Turns the HTML that Word, Word Online, Google Docs, LibreOffice and web pages put on the clipboard into plain
 * structural HTML, in place: headings, lists in lists, simple tables, `strong`, `em`, `s`, safe links, and nothing else
 * that means something. The document must be inert, as `DOMParser` makes it: nothing in it is run or fetched.
 */
export function tidyClipboardHtml(body: Element): void {
  dropInvisible(body);
  tidyLinks(body);
  markHeadings(body);
  markEmphasis(body);
  flattenWrappers(body);
  buildLists(body);
  simplifyTables(body);
  joinEmphasis(body);
  tidyText(body);
  // Neighbouring pieces of text become one, or the escapes for the beginning of a line would be set inside lines.
  body.normalize();
}

const DROPPED = new Set(
  (
    "style script meta link title base xml template noscript img picture svg math video audio canvas iframe object embed map " +
    "input button select textarea colgroup col del"
  ).split(" "),
);

/**
 * Images, scripts, form controls, drawings, comments, hidden text, and text that was struck out as a tracked change.
 */
function dropInvisible(body: Element): void {
  for (const element of elementsIn(body)) {
    const style = styleOf(element);
    const hidden =
      style.get("display") === "none" ||
      style.get("mso-hide") === "all" ||
      style.get("mso-element")?.startsWith("comment") ||
      element.hasAttribute("hidden") ||
      /\b(?:mso(?:comanchor|commentreference|commenttext))\b/i.test(element.getAttribute("class") ?? "");
    const separator =
      nameOf(element) === "hr" && /(?:foot|end)note/.test(style.get("mso-element") ?? parentMark(element));
    if (hidden || separator || DROPPED.has(nameOf(element)) || nameOf(element).startsWith("v:")) element.remove();
  }
}

function parentMark(element: Element): string {
  return (element.parentElement && styleOf(element.parentElement).get("mso-element")) ?? "";
}

const NOTE =
  /^_?(?:(?:ftn|edn|ftnt|fn)(?:_?ref)?|sdfootnote|sdendnote|footnote|endnote)[^a-z]{0,3}\d|^cite_(?:note|ref)/i;

/**
 * Marks of footnotes go, with their number; links that lead to the web or to an address stay; others leave their text.
 */
function tidyLinks(body: Element): void {
  for (const link of Array.from(body.querySelectorAll("a"))) {
    const href = link.getAttribute("href") ?? "";
    const fragment = href.includes("#") ? href.slice(href.indexOf("#") + 1) : "";
    const isNote = NOTE.test(fragment) || /mso-(?:foot|end)note-id/i.test(link.getAttribute("style") ?? "");
    const target = href.trim().startsWith("/") ? undefined : linkTarget(href);
    if (isNote) link.remove();
    else if (target && !holdsBlock(link) && (link.textContent ?? "").trim() !== "") {
      link.setAttribute("href", target);
      link.removeAttribute("title");
    } else unwrap(link);
  }
}

/** Word's titles and styles of headings, in whatever language the style was named, become headings. */
function markHeadings(body: Element): void {
  for (const element of Array.from(body.querySelectorAll("p, div[role=heading]"))) {
    const classes = element.getAttribute("class") ?? "";
    const outline = /^[1-6]$/.exec(styleOf(element).get("mso-outline-level") ?? "")?.[0];
    const named = /\b(?:Mso)?(?:Heading|Naslov|Titulli|Titull|Title)([1-6])\b/i.exec(classes)?.[1];
    const role = element.getAttribute("role") === "heading" ? (element.getAttribute("aria-level") ?? "2") : undefined;
    const level = /\bMsoTitle/.test(classes) ? "1" : /\bMsoSubtitle/.test(classes) ? "2" : (named ?? role ?? outline);
    if (level && /^[1-6]$/.test(level)) rename(element, `h${level}`);
  }
  for (const heading of Array.from(body.querySelectorAll("h1, h2, h3, h4, h5, h6"))) {
    heading.removeAttribute("style");
    for (const lineBreak of Array.from(heading.querySelectorAll("br"))) lineBreak.replaceWith(" ");
  }
}

const INLINE_STYLED = "span, font, a, p, li, u, small, big";

/** Weight and slant written as style become elements, and elements whose style takes them back are undone. */
function markEmphasis(body: Element): void {
  for (const element of Array.from(body.querySelectorAll("b, strong, i, em, cite, strike"))) {
    const name = nameOf(element);
    const style = styleOf(element);
    const weight = style.get("font-weight") ?? "";
    const undone =
      name === "b" || name === "strong"
        ? weight === "normal" || Number(weight || 700) < 600
        : style.get("font-style") === "normal";
    if (undone || holdsBlock(element)) unwrap(element);
    else rename(element, name === "b" || name === "strong" ? "strong" : name === "strike" ? "s" : "em");
  }
  for (const element of Array.from(body.querySelectorAll(INLINE_STYLED))) {
    const style = styleOf(element);
    if (holdsBlock(element) || (element.textContent ?? "").trim() === "") continue;
    const weight = style.get("font-weight") ?? "";
    if (/^(?:bold|bolder)$/.test(weight) || Number(weight) >= 600) wrapChildren(element, "strong");
    if (/^(?:italic|oblique)/.test(style.get("font-style") ?? "")) wrapChildren(element, "em");
  }
}

const WRAPPERS = new Set("div section article main header footer aside center form figure nav".split(" "));

/** Wrappers around blocks say nothing and would keep neighbours from being seen as one list. */
function flattenWrappers(body: Element): void {
  for (const element of elementsIn(body)) {
    if (!WRAPPERS.has(nameOf(element))) continue;
    const children = Array.from(element.childNodes).filter((child) => !isBlankText(child));
    if (children.length > 0 && children.every(isBlock)) unwrap(element);
  }
}

/** One pair of marks for neighbours, none around blanks, none inside one another, none in headings. */
function joinEmphasis(body: Element): void {
  for (const element of Array.from(body.querySelectorAll("span, font, u, small, big, ins"))) unwrap(element);
  for (const name of ["strong", "em", "s"]) {
    for (const element of Array.from(body.querySelectorAll(name))) {
      if (!element.parentNode) continue;
      const inHeading = name === "strong" && element.closest("h1, h2, h3, h4, h5, h6, th");
      const inItself = element.parentElement?.closest(name);
      if (inHeading || inItself || (element.textContent ?? "").trim() === "") unwrap(element);
    }
    for (const element of Array.from(body.querySelectorAll(name))) {
      if (element.parentNode) joinWithNext(element);
    }
  }
}

function joinWithNext(element: Element): void {
  for (;;) {
    const blanks: Node[] = [];
    let next = element.nextSibling;
    while (next && isBlankText(next)) {
      blanks.push(next);
      next = next.nextSibling;
    }
    if (!isElement(next) || nameOf(next) !== nameOf(element)) break;
    for (const blank of blanks) element.appendChild(blank);
    while (next.firstChild) element.appendChild(next.firstChild);
    next.remove();
  }
  // A line break at the edge of the marks would keep them from closing.
  while (element.lastChild && nameOf(element.lastChild) === "br") element.after(element.lastChild);
  while (element.firstChild && nameOf(element.firstChild) === "br") element.before(element.firstChild);
}

/** Hard blanks become blanks; hyphens and spaces of no width go. */
function tidyText(node: Node): void {
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 8) child.remove();
    else if (child.nodeType === 3) {
      const text = child.textContent ?? "";
      const tidy = text.replace(/[\u00A0\u2007\u202F]/g, " ").replace(/[\u00AD\u200B\u2060\uFEFF]/g, "");
      if (tidy !== text) child.textContent = tidy;
    } else tidyText(child);
  }
}
