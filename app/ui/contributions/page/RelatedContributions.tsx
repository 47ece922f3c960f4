import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";
import type { SimilarView } from "#app/views/contributions/similar-view.ts";

interface Props {
  record: ContributionView;
  publicLocale?: string;
}

/** Other records it points to, and those that point to it. */
export function RelatedContributions({ record, publicLocale }: Props) {
  const t = useText();
  if (record.links.length === 0) return null;
  const address = (number: string) =>
    publicLocale ? paths.publicContribution(publicLocale, number) : paths.contribution(number);
  return (
    <Section id="related" title={t("knowledge.related")} className="mt-6">
      <ul className="rows">
        {record.links.map(({ direction, relation, number, kind, title, tag, selfName }) => (
          <ListItem
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
    </Section>
  );
}

/** The standards and papers it leans on. */
export function CitedReferences({ record, publicLocale }: Props) {
  const t = useText();
  if (record.references.length === 0) return null;
  return (
    <Section
      id="references"
      title={t("knowledge.references")}
      className={record.links.length === 0 ? "mt-6" : undefined}
    >
      <ul className="rows">
        {record.references.map(({ id, identifier, title, rule }) => (
          <li className="list-item" key={id}>
            <FactLine>
              <Kind kind="reference">{t("knowledge.reference")}</Kind>
              <span>{rule ? `${identifier}, ${rule}` : identifier}</span>
            </FactLine>
            <p lang="en">{publicLocale ? title : <a href={paths.reference(id)}>{title}</a>}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Records that have many words in common with it, nobody having tied them together. */
export function SimilarContributions({ records }: { records: readonly SimilarView[] }) {
  const t = useText();
  if (records.length === 0) return null;
  return (
    <Section id="similar" title={t("knowledge.similar")}>
      <ul className="rows">
        {records.map(({ number, kind, title, tag, selfName }) => (
          <ListItem
            key={number}
            kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
            number={number}
            title={title}
            lang={tag ?? undefined}
            langLabel={selfName ?? undefined}
            href={paths.contribution(number)}
          />
        ))}
      </ul>
    </Section>
  );
}
