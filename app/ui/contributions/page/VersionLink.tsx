import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Tag } from "#app/ui/base/Tag.tsx";
import type { VersionView } from "#app/views/contributions/version-view.ts";

/** A language a record can be read in, as far as it is told, and who made that version. */
export function VersionLink(props: { version: VersionView; number: string; publicLocale?: string }) {
  const t = useText();
  const { language, tag, selfName, provenance, current } = props.version;
  if (language === null) return <span className="soft">{t("knowledge.unnamedLanguage")}</span>;
  const address = props.publicLocale
    ? `${paths.publicContribution(props.publicLocale, props.number)}?language=${language}`
    : paths.contribution(props.number, language);
  return (
    <>
      {current ? (
        <span lang={tag}>{selfName}</span>
      ) : (
        <a href={address} lang={tag} hrefLang={tag}>
          {selfName}
        </a>
      )}{" "}
      <Tag>{t(`codes.provenance.${provenance}`)}</Tag>
    </>
  );
}
