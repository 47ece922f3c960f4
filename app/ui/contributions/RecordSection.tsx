import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

export interface RecordSectionProps {
  title: string;
  record: ContributionView;
  facts?: string;
}

/** The record that something is to be decided about. */
export function RecordSection({ title, record, facts }: RecordSectionProps) {
  const t = useText();
  const { number, kind } = record;
  return (
    <Section id="record" title={title}>
      <ListItem
        as="div"
        kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
        number={number}
        facts={facts}
        title={record.title}
        summary={record.summary}
        lang={record.language.tag}
        href={paths.contribution(number)}
      />
      {record.guardStated ? <Notice className="mt-4" title={t("guard.reviewer")} /> : null}
    </Section>
  );
}
