import { type LanguageCode, languages } from "#app/i18n/languages.ts";

/** Links to the same text in other languages, each by its own name; words or commas between them are the caller's. */
export function languageLinks(codes: readonly string[], hrefIn: (language: string) => string) {
  return codes.map((code) => {
    const { tag, selfName } = languages[code as LanguageCode];
    return (
      <a key={code} href={hrefIn(code)} lang={tag} hrefLang={tag}>
        {selfName}
      </a>
    );
  });
}
