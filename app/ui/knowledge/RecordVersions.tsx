import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Tag } from "#app/ui/base/Tag.tsx";

/** The languages a record can be read in, and who made each. */
export function RecordVersions({ record, publicLocale }: { record: ContributionView; publicLocale?: string }) {
  const t = useText();
  const address = (language: string) =>
    publicLocale
      ? `${paths.publicRecord(publicLocale, record.number)}?language=${language}`
      : paths.contribution(record.number, language);
  return (
    <ul>
      {record.versions.map(({ language, tag, selfName, provenance, current }) => (
        <li key={language}>
          {current ? (
            <span lang={tag} aria-current="true">
              {selfName}
            </span>
          ) : (
            <a href={address(language)} lang={tag} hrefLang={tag}>
              {selfName}
            </a>
          )}{" "}
          <Tag>{t(`codes.provenance.${provenance}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}
