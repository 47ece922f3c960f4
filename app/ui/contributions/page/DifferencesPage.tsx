import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Differences } from "#app/ui/base/Differences.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import type { DifferencesView } from "#app/views/contributions/differences-view.ts";

/** Two texts of a record in one, word by word. */
export function DifferencesPage({
  title,
  number,
  differences,
}: {
  title: string;
  number: string;
  /** Null where there is nothing to compare. */
  differences: DifferencesView | null;
}) {
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[
          { text: number, href: paths.contribution(number) },
          { text: t("knowledge.history"), href: paths.contributionHistory(number) },
          { text: t("knowledge.differences") },
        ]}
      />
      {differences ? (
        <Compared title={title} differences={differences} />
      ) : (
        <>
          <PageHeader title={title} />
          <Empty title={t("knowledge.historyEmpty")}>{t("knowledge.historyEmptyText")}</Empty>
        </>
      )}
    </>
  );
}

function Compared({ title, differences }: { title: string; differences: DifferencesView }) {
  const t = useText();
  const { number, from, to, tag, choices, parts, mayRestore } = differences;
  const name = (position: number | null) =>
    position === null ? t("knowledge.asItIsNow") : t("knowledge.version", { number: position });
  return (
    <>
      <PageHeader
        title={title}
        standfirst={t("knowledge.differencesStandfirst", { from: name(from), to: name(to) })}
        actions={
          mayRestore ? (
            <LinkButton href={paths.contributionEdit(number, from)}>
              {t("knowledge.takeUp", { number: from })}
            </LinkButton>
          ) : null
        }
      />
      {parts.length === 0 ? (
        <Empty title={t("knowledge.noDifferences")}>{t("knowledge.noDifferencesText")}</Empty>
      ) : null}
      {parts.map(({ code, differences: text }) => (
        <Section key={code} id={`in-${code}`} title={partName(t, code)}>
          <Differences parts={text} lang={tag} />
        </Section>
      ))}
      <Section id="compare" title={t("knowledge.compare")}>
        <form method="get" action={paths.contributionDifferences(number)} className="cluster" key={`${from} ${to}`}>
          <SelectField
            name="from"
            label={t("knowledge.compareFrom")}
            options={choices.filter(({ value }) => value !== "now")}
            defaultValue={String(from)}
          />
          <SelectField
            name="to"
            label={t("knowledge.compareTo")}
            options={choices}
            defaultValue={to === null ? "now" : String(to)}
          />
          <Button>{t("knowledge.compareButton")}</Button>
        </form>
      </Section>
    </>
  );
}

function partName(t: ReturnType<typeof useText>, code: DifferencesView["parts"][number]["code"]): string {
  if (code === "title") return t("knowledge.title");
  if (code === "summary") return t("knowledge.summary");
  return code === "body" ? t("knowledge.partText") : t(`knowledge.section.${code}`);
}
