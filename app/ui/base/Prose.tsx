import { classNames } from "#app/ui/base/class-names.ts";

/**
 * A long text to read. `html` must come from the Markdown renderer, which sanitises; nothing else may be given here.
 */
export function Prose({ html, lang, className }: { html: string; lang?: string; className?: string }) {
  return <div className={classNames("prose", className)} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
