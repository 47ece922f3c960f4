import { DOMParser } from "linkedom";
import { markdownFromHtml } from "#app/ui/forms/markdown-from-html.ts";

function parse(html: string): Document {
  const whole = /<html/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return new DOMParser().parseFromString(whole, "text/html") as unknown as Document;
}

/** The Markdown that is made of HTML from a clipboard. */
export const markdown = (html: string) => markdownFromHtml(html, parse);

/** A text of these lines. */
export const lines = (...text: string[]) => text.join("\n");

/** A list paragraph as Word for the desktop writes it. */
export function wordItem(level: number, marker: string, text: string, place = "Middle"): string {
  return `<p class=MsoListParagraphCxSp${place} style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=BS>${text}<o:p></o:p></span></p>`;
}
