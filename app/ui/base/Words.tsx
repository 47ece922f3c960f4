import type { ShownLabel } from "#app/i18n/labels.ts";

/** A name that may be in another language than the page: it says so, also where it is read out. */
export function Words({ text, lang }: ShownLabel) {
  return <span lang={lang}>{text}</span>;
}

/** A sentence of the page with such a name in it. */
export function Sentence({ text, words }: { text: string; words: ShownLabel }) {
  const at = words.lang ? text.indexOf(words.text) : -1;
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <Words {...words} />
      {text.slice(at + words.text.length)}
    </>
  );
}
