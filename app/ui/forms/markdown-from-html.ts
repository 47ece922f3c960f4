import TurndownService from "turndown";
import { tidyClipboardHtml } from "#app/ui/forms/clipboard-html.ts";
import { isBlankText, isBlock, nameOf, styleOf } from "#app/ui/forms/element-moves.ts";

/**
 * Turns the HTML of a clipboard into the Markdown of our text fields.
 *
 * @param parse makes an inert document, in the browser `(html) => new DOMParser().parseFromString(html, "text/html")`
 * @returns Markdown without blank lines at its ends; an empty string when nothing is left
 */
export function markdownFromHtml(html: string, parse: (html: string) => Document): string {
  const body = parse(html).body;
  tidyClipboardHtml(body);
  return converter()
    .turndown(body)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: "atx",
    hr: "---",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
  });
  service.escape = escapeText;
  service.addRule("break", { filter: "br", replacement: (_content, node) => lineBreak(node as HTMLElement) });
  service.addRule("heading", {
    filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
    replacement: (content, node) => heading(content, Number(nameOf(node).slice(1))),
  });
  service.addRule("item", { filter: "li", replacement: (content, node) => listItem(content, node as HTMLElement) });
  service.addRule("high", { filter: ["sup"], replacement: (content) => raised(content, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻") });
  service.addRule("low", { filter: ["sub"], replacement: (content) => raised(content, "₀₁₂₃₄₅₆₇₈₉₊₋") });
  service.addRule("struck", { filter: ["s"], replacement: (content) => `~~${content}~~` });
  service.addRule("cell", { filter: ["td", "th"], replacement: cell });
  service.addRule("row", { filter: "tr", replacement: (content, node) => tableRow(content, node as HTMLElement) });
  service.addRule("table", { filter: "table", replacement: (content) => `\n\n${content.trim()}\n\n` });
  return service;
}

/** Marks what Markdown would take for its own signs, and no more: people go on writing in the text. */
function escapeText(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/`/g, "\\`")
    .replace(/\*(?=\S)|(?<=\S)\*/g, "\\*")
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~~/g, "\\~~")
    .replace(/\](?=[([:])/g, "\\]")
    .replace(/&(?=#?\w{1,31};)/g, "\\&")
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[=-]{2,}\s*$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** A break between words; two begin a paragraph, and one beside a block says nothing. */
function lineBreak(element: HTMLElement): string {
  const [before, after] = [neighbour(element, "previousSibling"), neighbour(element, "nextSibling")];
  if (!before || !after || isBlock(before) || isBlock(after) || nameOf(before) === "br") return "";
  // Two blanks at a line's end mean the same, but nobody would see them.
  return nameOf(after) === "br" ? "\n\n" : "\\\n";
}

function neighbour(element: Node, side: "previousSibling" | "nextSibling"): Node | null {
  let node = element[side];
  while (node && isBlankText(node)) node = node[side];
  return node;
}

/** Nothing begins a list inside a heading, so its number needs no escape. */
function heading(content: string, level: number): string {
  return `\n\n${"#".repeat(level)} ${content.replace(/^(\d{1,9})\\(?=[.)])/, "$1")}\n\n`;
}

function listItem(content: string, item: HTMLElement): string {
  const list = item.parentNode as Element | null;
  const index = list ? Array.from(list.children).indexOf(item) : 0;
  const ordered = list && nameOf(list) === "ol";
  const label = ordered ? labelOf(list, item, index) : "";
  if (label !== "") return `${label} ${content.trim()}${item.nextElementSibling ? "\n" : ""}`;
  const prefix = ordered ? `${Number(list.getAttribute("start") ?? 1) + index}. ` : "- ";
  const indented = content.trim().replace(/\n(?=[^\n])/g, `\n${" ".repeat(prefix.length)}`);
  return `${prefix}${indented}${item.nextElementSibling ? "\n" : ""}`;
}

/** "b." or "II." where a list counts so: Markdown counts in digits only, and other sentences name the letter. */
function labelOf(list: Element, item: HTMLElement, index: number): string {
  const style = styleOf(item).get("list-style-type") ?? styleOf(list).get("list-style-type") ?? "";
  const type = list.getAttribute("type") ?? STYLES[style] ?? "";
  const number = Number(list.getAttribute("start") ?? 1) + index;
  if (type.toLowerCase() === "a" && number <= 26) return `${cased(String.fromCharCode(96 + number), type)}.`;
  return type.toLowerCase() === "i" && number < 40 ? `${cased(roman(number), type)}.` : "";
}

const STYLES: Readonly<Record<string, string>> = {
  ...{ "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A" },
  ...{ "lower-roman": "i", "upper-roman": "I" },
};

function cased(label: string, type: string): string {
  return type === type.toUpperCase() ? label.toUpperCase() : label;
}

function roman(number: number): string {
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return "x".repeat(Math.floor(number / 10)) + ones[number % 10];
}

/** Characters that stand high or low by themselves, where there are such; else what is there. */
function raised(content: string, digits: string): string {
  return content.replace(/[\d+-]/g, (sign) => digits["0123456789+-".indexOf(sign)] ?? sign);
}

function cell(content: string): string {
  const text = content.replace(/\s+/g, " ").trim().replace(/\|/g, "\\|");
  return text === "" ? " |" : ` ${text} |`;
}

function tableRow(content: string, row: HTMLElement): string {
  const isHeader = !row.previousElementSibling;
  const rule = `\n|${" --- |".repeat(row.children.length)}`;
  return `\n|${content}${isHeader ? rule : ""}\n`;
}
