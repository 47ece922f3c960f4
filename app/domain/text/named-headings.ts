/** A heading that can be pointed at. */
export interface NamedHeading {
  id: string;
  title: string;
}

const NAMED = /<(h[23])>(.*?) \{#([a-z][a-z-]*)\}<\/\1>/g;

/**
 * Gives the headings of one of our own pages the names that stand behind them, `## Keys {#keys}`: the same in every
 * language, so that pages can lead to them. Those of the second level are listed.
 */
export function nameHeadings(html: string): { html: string; contents: NamedHeading[] } {
  const contents: NamedHeading[] = [];
  const named = html.replace(NAMED, (_whole, level: string, title: string, id: string) => {
    if (level === "h2") contents.push({ id, title });
    return `<${level} id="${id}">${title}</${level}>`;
  });
  return { html: named, contents };
}
