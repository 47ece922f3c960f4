import type { ReferenceView } from "#app/domain/references/find-references.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Kind } from "#app/ui/base/Kind.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { classLabel } from "#app/ui/references/class-label.ts";
import { HitList } from "#app/ui/search/HitList.tsx";

/** One reference: what it is, where to read it, who leans on it. */
export function ReferencePage({ reference }: { reference: Omit<ReferenceView, "date"> & { date: ShownLabel } }) {
  const t = useText();
  const { cited } = reference;
  return (
    <>
      <Breadcrumbs
        label={t("references.crumbs")}
        items={[{ text: t("references.title"), href: paths.references() }, { text: reference.identifier }]}
      />
      <PageHeader
        title={reference.title}
        lang="en"
        over={
          <FactLine>
            <Kind kind="reference">{t("search.kind.reference")}</Kind>
            <span lang="en">{reference.identifier}</span>
            {classLabel(t, reference.class)}
          </FactLine>
        }
      />
      {reference.superseded ? (
        <Notice tone="warn" title={t("references.supersededTitle")} className="mb-4">
          <span lang="en">{reference.superseded}</span>
        </Notice>
      ) : null}
      {reference.verified ? null : (
        <Notice tone="warn" title={t("references.unverifiedTitle")} className="mb-4">
          {t("references.unverifiedText")}
        </Notice>
      )}
      <Section id="facts" title={t("references.facts")}>
        <FactList
          wide
          ruled
          items={[
            { term: t("references.identifier"), details: reference.identifier, lang: "en" },
            { term: t("references.date"), details: reference.date.text, lang: reference.date.lang },
            { term: t("references.summary"), details: reference.summary, lang: "en" },
            { term: t("references.note"), details: reference.note, lang: "en" },
            { term: t("references.source"), details: <Source url={reference.url} /> },
          ]}
        />
      </Section>
      <Section
        id="cited"
        title={t("references.citedBy")}
        note={cited ? t("home.recordCount", { count: cited.total }) : undefined}
      >
        {cited === null ? (
          <Empty title={t("errors.title503")}>{t("errors.explain503")}</Empty>
        ) : cited.total === 0 ? (
          <Empty title={t("references.notCited")}>{t("references.notCitedText")}</Empty>
        ) : (
          <HitList hits={cited.hits} />
        )}
        {cited && cited.total > cited.hits.length ? (
          <p className="mt-5">
            <a href={paths.search({ cites: reference.id })}>{t("references.allCiting", { count: cited.total })}</a>
          </p>
        ) : null}
      </Section>
    </>
  );
}

/** The address of the document, on a site that is not ours. Only web addresses become links. */
function Source({ url }: { url: string }) {
  const t = useText();
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return <>{url}</>;
  return (
    <a href={url} rel="external noopener noreferrer">
      {new URL(url).hostname} <Icon name="external" />
      <span className="visually-hidden"> {t("references.external")}</span>
    </a>
  );
}
