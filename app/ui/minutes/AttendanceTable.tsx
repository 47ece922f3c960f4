import { attendanceStates, marksOf, stateField } from "#app/domain/minutes/attendance-states.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { AttendanceView, AttendingView } from "#app/views/minutes/attendance-view.server.ts";

/** People with whether they were there and who says so; a choice for each where the viewer may mark them. */
export function AttendanceTable({ attendance, answer }: { attendance: AttendanceView; answer?: FormAnswer }) {
  const t = useText();
  const { people, may, session } = attendance;
  const stored = marksOf(people);
  const { field } = fieldsOf(answer, stored);
  const names = Object.fromEntries(
    people.map(({ accountId, name }) => [stateField(accountId), t("attendance.of", { name })]),
  );
  const inWords = (state: string) => stateWords[state as keyof typeof stateWords] ?? state;
  const stateWords = Object.fromEntries(attendanceStates.map((state) => [state, t(`attendance.state.${state}`)]));
  const mark = (person: AttendingView) => {
    const { name, defaultValue, error } = field(stateField(person.accountId));
    return (
      <>
        <label className="visually-hidden" htmlFor={fieldId(name)}>
          {names[name]}
        </label>
        <select className="input" id={fieldId(name)} name={name} defaultValue={defaultValue} key={defaultValue}>
          <option value="">{t("attendance.unmarked")}</option>
          {attendanceStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </select>
        <FieldError id={fieldId(name)}>{error}</FieldError>
      </>
    );
  };
  const columns: Column<AttendingView>[] = [
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
    {
      key: "part",
      head: t("sessions.partHead"),
      cell: ({ part }) => t(`sessions.part.${part === "delegate" && session.plenary ? "attendee" : part}`),
    },
    {
      key: "state",
      head: t("attendance.title"),
      foldLabel: t("attendance.title"),
      cell: may.mark ? mark : ({ state }) => (state ? stateWords[state] : t("attendance.unknown")),
    },
    {
      key: "said",
      head: t("attendance.saidBy"),
      foldLabel: t("attendance.saidBy"),
      cell: (one) => <Said person={one} />,
    },
  ];
  const table = (
    <Table
      caption={t("attendance.people")}
      captionHidden
      fold
      rows={people}
      rowKey={({ accountId }) => accountId}
      columns={columns}
    />
  );
  if (!may.mark) return table;
  const comparedInWords = Object.fromEntries(Object.keys(names).map((name) => [name, inWords]));
  return (
    <DeedForm answer={answer} names={names} compared={{ stored, inWords: comparedInWords }}>
      {table}
      <div className="actions">
        <Button variant="primary">{t("attendance.save")}</Button>
      </div>
    </DeedForm>
  );
}

function Said({ person: { lead, own } }: { person: AttendingView }) {
  const t = useText();
  if (!lead && !own) return <span className="soft">{t("attendance.nobodySaid")}</span>;
  return (
    <FactLine>
      {lead ? t("attendance.saidLead", { name: lead.by, day: lead.on }) : null}
      {own ? t(`attendance.saidOwn.${own.state}`, { day: own.on }) : null}
    </FactLine>
  );
}
