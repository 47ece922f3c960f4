import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { wideName } from "#app/domain/programme/beneficiary-name.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import type { ContributionInList } from "#app/views/contributions/contribution-in-list.ts";

/** A record in a list. */
export function ContributionRow({ record, href }: { record: ContributionInList; href: string }) {
  const t = useText();
  const { beneficiary, kind, status } = record;
  return (
    <ListItem
      kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
      number={record.number}
      facts={
        <>
          {textOf(t, `codes.status.${status}`)}
          {beneficiary ? (beneficiary.name ?? wideName(t, beneficiary.code)) : null}
          {isSubmitted(status) ? (
            <SharingBars level={record.sharing}>{t(`codes.sharing.${record.sharing}`)}</SharingBars>
          ) : null}
          {record.updatedOn ? t("knowledge.changedOn", { day: record.updatedOn }) : null}
        </>
      }
      title={record.title || t("knowledge.untitled")}
      summary={record.summary}
      lang={record.title ? (record.tag ?? undefined) : undefined}
      langLabel={record.tag ? (record.selfName ?? undefined) : undefined}
      href={href}
    />
  );
}
