import type { PersonInSession } from "#app/domain/sessions/find-session.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Table } from "#app/ui/base/Table.tsx";

/** The people of a session by their part. */
export function People({ people, plenary }: { people: readonly PersonInSession[]; plenary: boolean }) {
  const t = useText();
  const part = (person: PersonInSession) =>
    person.part === "delegate" && plenary ? t("sessions.part.attendee") : t(`sessions.part.${person.part}`);
  return (
    <Table
      caption={t("sessions.people")}
      captionHidden
      fold
      rows={people}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: "name", head: t("sessions.name"), rowHead: true, cell: ({ name }) => name },
        { key: "part", head: t("sessions.partHead"), foldLabel: t("sessions.partHead"), cell: part },
        {
          key: "institution",
          head: t("sessions.institution"),
          foldLabel: t("sessions.institution"),
          cell: ({ institution }) => institution ?? "",
        },
      ]}
    />
  );
}
