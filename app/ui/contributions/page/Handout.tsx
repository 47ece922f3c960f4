import { useText } from "#app/i18n/TextContext.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { ContributionChain } from "#app/ui/contributions/page/ContributionChain.tsx";
import { ContributionFacts } from "#app/ui/contributions/page/ContributionFacts.tsx";
import { ReadingText } from "#app/ui/contributions/page/ReadingText.tsx";
import type { ReadAt } from "#app/views/contributions/citation-view.ts";
import type { HandoutView } from "#app/views/contributions/handout-view.ts";

/** A record on paper, as the widest circle reads it that it is shared with: paper is handed on. Not on the screen. */
export function Handout({ record, cite }: { record: HandoutView; cite: ReadAt }) {
  const t = useText();
  const { kind, number, language, links, references } = record;
  return (
    <article className="print-only">
      <FactLine className="over">
        <Kind kind={kind}>{t(`codes.kind.${kind}`)}</Kind>
        <span className="number">{number}</span>
        {record.submittedOn ? t("knowledge.submittedOn", { day: record.submittedOn }) : null}
      </FactLine>
      <p className="item-title item-title--lead" lang={language.tag}>
        {record.title}
      </p>
      <p lang={language.tag}>{record.summary}</p>
      {record.unreadReason ? <Notice title={t("sharing.unread")}>{record.unreadReason}</Notice> : null}
      <ContributionChain record={record} />
      <ReadingText
        lang={language.tag}
        bodyHtml={record.bodyHtml}
        bodyIn={record.bodyIn}
        sections={record.sections}
        level={3}
      />
      {links.length > 0 ? <h3 className="mt-5">{t("knowledge.related")}</h3> : null}
      {links.map((link) => (
        <p key={`${link.direction}-${link.relation}-${link.number}`}>
          {link.direction === "to"
            ? t(`codes.relation.${link.relation}`)
            : t(`knowledge.relationFrom.${link.relation}`)}{" "}
          {link.number}: <span lang={link.tag ?? undefined}>{link.title}</span>
        </p>
      ))}
      {references.length > 0 ? <h3 className="mt-5">{t("knowledge.references")}</h3> : null}
      {references.map(({ id, identifier, title, rule }) => (
        <p key={id}>
          {rule ? `${identifier}, ${rule}` : identifier}: <span lang="en">{title}</span>
        </p>
      ))}
      <div className="mt-5">
        <ContributionFacts record={record} cite={cite} />
      </div>
    </article>
  );
}
