/** Where a note stands: its own line or lines, `[^1]: text`. */
const NOTE = /^ {0,3}\[\^([\w-]{1,40})\]:[ \t]*(.*)$/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
const MOST = 200;

export interface Noted {
  /** The text without its notes. */
  text: string;
  /** Notes by name, in the order in which they stand. */
  notes: ReadonlyMap<string, string>;
}

/** Takes the footnotes out of a Markdown text: a parser would take them for the targets of links, and drop them. */
export function takeNotes(source: string): Noted {
  if (!source.includes("[^")) return { text: source, notes: new Map() };
  const notes = new Map<string, string>();
  const kept: string[] = [];
  let current: string | null = null;
  let fenced = false;
  for (const line of source.split("\n")) {
    if (FENCE.test(line)) fenced = !fenced;
    const [, name, rest = ""] = (!fenced && NOTE.exec(line)) || [];
    if (name !== undefined && !notes.has(name) && notes.size < MOST) {
      notes.set(name, rest);
      current = name;
    } else if (current !== null && /^(?: {2,}|\t)\S/.test(line)) {
      notes.set(current, `${notes.get(current)}\n${line.trim()}`);
    } else {
      if (line.trim() !== "") current = null;
      kept.push(line);
    }
  }
  return { text: kept.join("\n"), notes };
}

/**
 * Puts footnotes into HTML that is safe already: a number with a link where one is named, and the notes at the end,
 * each with a link back. A name without a note stays as it was typed; a note that nothing names follows the others.
 * @param render safe HTML of one note, in one line
 * @param prefix what makes the ids of this text different from those of others on the page
 */
export function putNotes(
  html: string,
  notes: ReadonlyMap<string, string>,
  render: (note: string) => string,
  prefix: string,
): string {
  if (notes.size === 0) return html;
  const order: string[] = [];
  const seen = new Set<string>();
  const numbered = html.replace(/<code>.*?<\/code>|<[^>]*>|\[\^([\w-]{1,40})\]/gs, (found: string, name?: string) => {
    if (name === undefined || !notes.has(name)) return found;
    if (!order.includes(name)) order.push(name);
    const number = order.indexOf(name) + 1;
    // Only the first place gets the id that the note leads back to.
    const id = seen.has(name) ? "" : ` id="${prefix}r${number}"`;
    seen.add(name);
    return `<sup><a${id} href="#${prefix}n${number}">${number}</a></sup>`;
  });
  for (const name of notes.keys()) if (!order.includes(name)) order.push(name);
  const items = order.map((name, at) => {
    const number = at + 1;
    const back = seen.has(name) ? ` <a href="#${prefix}r${number}" aria-label="↩ ${number}">↩</a>` : "";
    return `<li id="${prefix}n${number}">${render(notes.get(name) ?? "")}${back}</li>\n`;
  });
  return `${numbered}<hr />\n<ol>\n${items.join("")}</ol>\n`;
}
