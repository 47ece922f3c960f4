import type { Block, Run } from "#app/views/documents/blocks.ts";

/**
 * The blocks of HTML that the Markdown renderer made: paragraphs, headings, lists, tables and what is strong in them.
 * Whatever else there may be gives its text.
 */
export function blocksOfHtml(html: string, lang: string): Block[] {
  const reader = new Reader(lang);
  for (const [token, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*>|[^<]+/g)) {
    if (!tag) reader.text(plainText(token));
    else if (closing) reader.close(tag);
    else reader.open(tag);
  }
  return reader.end();
}

class Reader {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private bold = 0;
  private italic = 0;
  private readonly lists: { ordered: boolean; at: number }[] = [];
  private heading = false;
  private mark: string | null = null;
  private rows: string[][] | null = null;
  private readonly lang: string;

  constructor(lang: string) {
    this.lang = lang;
  }

  text(text: string): void {
    const said = text.replace(/\s+/g, " ");
    if (said.trim() === "" && this.runs.length === 0) return;
    this.runs.push({ text: said, bold: this.bold > 0 || this.heading, italic: this.italic > 0 });
  }

  open(tag: string): void {
    if (tag === "strong" || tag === "b") this.bold++;
    else if (tag === "em" || tag === "i") this.italic++;
    else if (tag === "br") this.runs.push({ text: "\n" });
    else if (tag === "ul" || tag === "ol") {
      this.flush();
      this.lists.push({ ordered: tag === "ol", at: 0 });
    } else if (tag === "li") this.openItem();
    else if (/^h\d$/.test(tag)) {
      this.flush();
      this.heading = true;
    } else if (tag === "table") {
      this.flush();
      this.rows = [];
    } else if (tag === "tr") this.rows?.push([]);
    else if (tag === "td" || tag === "th") this.runs = [];
    else if (this.rows === null && isBlock(tag)) this.flush();
  }

  close(tag: string): void {
    if (tag === "strong" || tag === "b") this.bold--;
    else if (tag === "em" || tag === "i") this.italic--;
    else if (tag === "td" || tag === "th") {
      this.rows?.at(-1)?.push(
        this.runs
          .map(({ text }) => text)
          .join("")
          .trim(),
      );
      this.runs = [];
    } else if (tag === "table") this.closeTable();
    else if (tag === "ul" || tag === "ol") {
      this.flush();
      this.lists.pop();
    } else if (this.rows === null && (tag === "li" || /^h\d$/.test(tag) || isBlock(tag))) {
      this.flush();
      this.heading = false;
      if (tag === "li") this.mark = null;
    }
  }

  end(): Block[] {
    this.flush();
    return this.blocks;
  }

  private openItem(): void {
    this.flush();
    const list = this.lists.at(-1);
    if (list) list.at++;
    this.mark = list?.ordered ? `${list.at}.` : "•";
  }

  private closeTable(): void {
    const [head = [], ...rows] = this.rows ?? [];
    this.rows = null;
    if (head.length === 0) return;
    const widths = head.map(() => 100 / head.length);
    this.blocks.push({ kind: "table", caption: "", widths, head, rows, lang: this.lang });
  }

  private flush(): void {
    const { runs, lang, mark } = this;
    this.runs = [];
    if (!runs.some(({ text }) => text.trim() !== "")) return;
    if (mark === null) this.blocks.push({ kind: "paragraph", runs, lang });
    else this.blocks.push({ kind: "item", runs, mark, depth: Math.max(0, this.lists.length - 1), lang });
    // Further paragraphs of an item stand under it without a mark.
    if (mark !== null) this.mark = "";
  }
}

function isBlock(tag: string): boolean {
  return ["p", "pre", "blockquote", "hr", "div", "section", "dt", "dd"].includes(tag);
}

function plainText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_entity, name: string) => characters[name] ?? "");
}

const characters: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" },
};
