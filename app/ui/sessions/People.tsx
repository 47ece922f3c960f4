import { useText } from "#app/i18n/TextContext.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { PersonView } from "#app/views/sessions/session-view.server.ts";

/** The people of a session by their part. */
export function People({ people, plenary }: { people: readonly PersonView[]; plenary: boolean }) {
  const t = useText();
  const part = (person: PersonView) =>
    person.part === "delegate" && plenary ? t("sessions.part.attendee") : t(`sessions.part.${person.part}`);
  return (
    <>
      <div className="no-print">
        <Table
          caption={t("sessions.people")}
          captionHidden
          fold
          rows={people}
          rowKey={({ accountId }) => accountId}
          columns={[
            {
              key: "name",
              head: t("sessions.name"),
              rowHead: true,
              cell: ({ name, institution }) => (
                <span className="person">
                  {name}
                  {institution ? <small>{institution}</small> : null}
                </span>
              ),
            },
            { key: "part", head: t("sessions.partHead"), cell: part },
          ]}
        />
      </div>
      {/* On paper a line for each part: the table would take half a sheet. */}
      {partOrder
        .map((code) => people.filter((person) => person.part === code))
        .map(([first, ...others]) =>
          first ? (
            <p key={first.part} className="print-only">
              {part(first)}: {[first, ...others].map(withInstitution).join("; ")}
            </p>
          ) : null,
        )}
    </>
  );
}

const partOrder: readonly PersonView["part"][] = ["organiser", "consultant", "interpreter", "delegate"];

function withInstitution({ name, institution }: PersonView): string {
  return institution ? `${name}, ${institution}` : name;
}
