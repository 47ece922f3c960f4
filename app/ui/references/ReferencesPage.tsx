import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { classLabel } from "#app/ui/references/class-label.ts";
import { PlainSearchBox } from "#app/ui/search/PlainSearchBox.tsx";
import type { DatedReference, ReferenceClass } from "#app/views/references/reference-in-list.ts";

export interface ReferencesPageProps {
  title: string;
  query: string;
  classes: ReferenceClass[];
}

/** Everything the groups lean on, by class. */
export function ReferencesPage({ title, query, classes }: ReferencesPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("references.standfirst")} />
      <PlainSearchBox
        action={paths.references()}
        label={t("references.find")}
        button={t("search.button")}
        placeholder={t("references.placeholder")}
        query={query}
        className="mb-5"
      />
      {classes.length === 0 && query === "" ? (
        <Empty title={t("references.none")}>{t("references.noneText")}</Empty>
      ) : classes.length === 0 ? (
        <Empty title={t("references.empty")} action={<a href={paths.references()}>{t("references.showAll")}</a>}>
          {t("references.emptyText")}
        </Empty>
      ) : null}
      {classes.map(({ class: name, references }, at) => (
        <Section
          key={name}
          id={`class-${at + 1}`}
          title={classLabel(t, name)}
          note={t("references.count", { count: references.length })}
        >
          <ul className="rows">
            {references.map((reference) => (
              <ReferenceInClass key={reference.id} reference={reference} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function ReferenceInClass({ reference }: { reference: DatedReference }) {
  const t = useText();
  return (
    <ListItem
      title={reference.title}
      href={paths.reference(reference.id)}
      lang="en"
      facts={
        <>
          <span lang="en">{reference.identifier}</span>
          {reference.date.text ? <Words {...reference.date} /> : null}
          {reference.isSuperseded ? (
            <Badge icon="history" tone="warn">
              {t("references.superseded")}
            </Badge>
          ) : null}
          {reference.verified ? null : (
            <Badge icon="warn" tone="soft">
              {t("references.unverified")}
            </Badge>
          )}
        </>
      }
    />
  );
}
