import type { SimilarRecord } from "#app/domain/knowledge/find-similar.server.ts";
import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Meta } from "#app/ui/base/Meta.tsx";
import { Rec } from "#app/ui/base/Rec.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

type Props = { record: ContributionView; publicLocale?: string };

/** Other records it points to, and those that point to it. */
export function RelatedRecords({ record, publicLocale }: Props) {
  const t = useText();
  if (record.links.length === 0) return null;
  const address = (number: string) =>
    publicLocale ? paths.publicRecord(publicLocale, number) : paths.contribution(number);
  return (
    <Sect id="related" title={t("knowledge.related")} className="mt-6">
      <ul className="rows">
        {record.links.map(({ direction, relation, number, kind, title, tag, selfName }) => (
          <Rec
            key={`${direction}-${relation}-${number}`}
            relation={direction === "to" ? t(`codes.relation.${relation}`) : t(`knowledge.relationFrom.${relation}`)}
            kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
            number={number}
            title={title}
            lang={tag ?? undefined}
            langLabel={selfName ?? undefined}
            href={address(number)}
          />
        ))}
      </ul>
    </Sect>
  );
}

/** The standards and papers it leans on. */
export function RecordReferences({ record, publicLocale }: Props) {
  const t = useText();
  if (record.references.length === 0) return null;
  return (
    <Sect id="references" title={t("knowledge.references")} className={record.links.length === 0 ? "mt-6" : undefined}>
      <ul className="rows">
        {record.references.map(({ id, identifier, title, rule }) => (
          <li className="rec" key={id}>
            <Meta>
              <Kind kind="reference">{t("knowledge.reference")}</Kind>
              <span className="nr">{rule ? `${identifier}, ${rule}` : identifier}</span>
            </Meta>
            <p lang="en">{publicLocale ? title : <a href={paths.reference(id)}>{title}</a>}</p>
          </li>
        ))}
      </ul>
    </Sect>
  );
}

/** Records that have many words in common with it, nobody having tied them together. */
export function SimilarRecords({ records }: { records: readonly SimilarRecord[] }) {
  const t = useText();
  const { locale } = useShell();
  if (records.length === 0) return null;
  return (
    <Sect id="similar" title={t("knowledge.similar")}>
      <ul className="rows">
        {records.map(({ number, kind, title, tag, selfName }) => (
          <Rec
            key={number}
            kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
            number={number}
            title={title}
            lang={tag === locale ? undefined : tag}
            langLabel={tag === locale ? undefined : selfName}
            href={paths.contribution(number)}
          />
        ))}
      </ul>
    </Sect>
  );
}
