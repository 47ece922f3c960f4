import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { PersonChoice, SessionChoices } from "#app/views/sessions/session-form-view.server.ts";

export interface SessionPeopleFieldsProps {
  /** Without delegates nothing is asked about them: they are all the members of each delegation. */
  options: Pick<SessionChoices, "consultants" | "interpreters" | "awaited"> & { delegates?: PersonChoice[] };
  plenary?: boolean;
  /** A new plenary invites everybody who has no other part; there is nothing to tick. */
  everybody?: boolean;
  answer?: FormAnswer;
  stored: FormValues;
}

/** Labels of these fields, for the summary of what is wrong. */
export function peopleNames(t: ReturnType<typeof useText>, plenary: boolean): Record<string, string> {
  return {
    consultantIds: t("sessions.consultants"),
    interpreterId: t("sessions.interpreter"),
    delegateIds: plenary ? t("sessions.attendees") : t("sessions.delegates"),
  };
}

/** Who is invited: consultants, the interpreter, the delegates. */
export function SessionPeopleFields({ options, plenary, everybody, answer, stored }: SessionPeopleFieldsProps) {
  const t = useText();
  const { field, choices } = fieldsOf(answer, stored);
  return (
    <div className="stack">
      <ChoiceGroup
        {...choices("consultantIds")}
        type="checkbox"
        legend={t("sessions.consultants")}
        hint={t("sessions.consultantsHint")}
        options={options.consultants.map(choiceOf)}
      />
      <MissingConsultants {...options} />
      <SelectField
        {...field("interpreterId")}
        label={t("sessions.interpreter")}
        optional={t("common.optional")}
        placeholder={t("sessions.noInterpreter")}
        options={options.interpreters.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {options.delegates && everybody ? (
        <Notice title={t("sessions.everybody", { count: options.delegates.length })}>
          {t("sessions.everybodyText")}
        </Notice>
      ) : null}
      {options.delegates && !everybody ? (
        <Delegates delegates={options.delegates} {...{ plenary, answer, stored }} />
      ) : null}
    </div>
  );
}

/** Who was invited as a consultant and has not accepted yet; and without any consultant, what to do now. */
function MissingConsultants({ consultants, awaited }: Pick<SessionChoices, "consultants" | "awaited">) {
  const t = useText();
  const shell = useShell();
  const expected = awaited?.names ? t("sessions.consultantsAwaited", { names: awaited.names }) : null;
  if (consultants.length > 0) return expected ? <p className="hint">{expected}</p> : null;
  return (
    <Notice tone="warn" title={t("sessions.noConsultants")}>
      <p>
        {expected} {t("sessions.consultantsMeanwhile")}
      </p>
      {awaited ? (
        <p className="cluster">
          <a href={paths.newInvitation({ group: awaited.groupId })}>{t("sessions.inviteConsultant")}</a>
          {awaited.names ? <a href={ofGroup(shell, paths.members())}>{t("sessions.seeInvitations")}</a> : null}
        </p>
      ) : null}
    </Notice>
  );
}

function Delegates(props: Omit<SessionPeopleFieldsProps, "options"> & { delegates: PersonChoice[] }) {
  const { delegates, plenary, answer, stored } = props;
  const t = useText();
  if (delegates.length === 0) {
    return <Notice title={t("sessions.noDelegates")}>{t("sessions.noDelegatesText")}</Notice>;
  }
  return (
    <>
      <input type="hidden" name="delegatesShown" value="1" />
      <ChoiceGroup
        {...fieldsOf(answer, stored).choices("delegateIds")}
        type="checkbox"
        legend={plenary ? t("sessions.attendees") : t("sessions.delegates")}
        hint={plenary ? t("sessions.attendeesHint") : t("sessions.delegatesHint")}
        options={delegates.map(choiceOf)}
      />
    </>
  );
}

function choiceOf({ id, name, institution }: PersonChoice) {
  return { value: id, label: name, hint: institution ?? undefined };
}
