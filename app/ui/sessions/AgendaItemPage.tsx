import { attributions } from "#app/domain/codes.ts";
import { itemLimits } from "#app/domain/sessions/agenda-limits.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { AgendaSession } from "#app/views/sessions/agenda-view.server.ts";
import type { Choice } from "#app/views/vocabulary/term-words.ts";

export interface AgendaItemPageProps {
  title: string;
  sessionId: string;
  session: AgendaSession;
  kinds: readonly Choice[];
  /** Null for a new item. */
  itemId: string | null;
  stored: FormValues;
  answer?: FormAnswer;
}

/** The form of an agenda item, new or not. */
export function AgendaItemPage(props: AgendaItemPageProps) {
  const { title, sessionId, session, kinds, itemId, stored, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const inherited = t("agenda.inherited", { attribution: textOf(t, `codes.attribution.${session.attribution}`) });
  return (
    <>
      <Breadcrumbs
        {...useRoundBreadcrumbs(title, {
          round: session.round,
          session: { id: sessionId, title: session.title },
          agenda: true,
        })}
      />
      <PageHeader title={title} />
      <ConflictNotice
        answer={answer}
        fields={[
          { name: "title", label: t("agenda.itemTitle") },
          {
            name: "kind",
            label: t("agenda.kind"),
            inWords: (code) => kinds.find(({ value }) => value === code)?.label ?? code,
          },
          { name: "minutes", label: t("sessions.minutes") },
          { name: "description", label: t("agenda.description") },
          {
            name: "visibility",
            label: t("agenda.visibility"),
            inWords: (code) => textOf(t, `codes.visibility.${code}`),
          },
          {
            name: "attribution",
            label: t("sessions.attribution"),
            inWords: (code) => textOf(t, `codes.attribution.${code}`),
            empty: inherited,
          },
        ]}
      />
      <DeedForm
        answer={answer}
        names={{
          kind: t("agenda.kind"),
          title: t("agenda.itemTitle"),
          minutes: t("sessions.minutes"),
          description: t("agenda.description"),
          visibility: t("agenda.visibility"),
          attribution: t("sessions.attribution"),
        }}
      >
        {itemId ? <RevisionField answer={answer} stored={stored} /> : null}
        <SelectField {...field("kind")} label={t("agenda.kind")} options={kinds} />
        <TextField {...field("title")} label={t("agenda.itemTitle")} maxLength={itemLimits.title} required />
        <TextField
          {...field("minutes")}
          label={t("sessions.minutes")}
          inputMode="numeric"
          width="short"
          maxLength={3}
          required
        />
        <TextareaField
          {...field("description")}
          label={t("agenda.description")}
          hint={t("agenda.descriptionHint")}
          optional={t("common.optional")}
          maxLength={itemLimits.description}
          rows={6}
        />
        <ChoiceGroup
          {...field("visibility")}
          type="radio"
          legend={t("agenda.visibility")}
          options={(["shared", "internal"] as const).map((code) => ({
            value: code,
            label: t(`codes.visibility.${code}`),
            hint: code === "internal" ? t("agenda.internalHint") : undefined,
          }))}
        />
        <SelectField
          {...field("attribution")}
          label={t("sessions.attribution")}
          placeholder={inherited}
          options={attributions.map((code) => ({ value: code, label: t(`codes.attribution.${code}`) }))}
        />
        <div className="actions">
          <Button variant="primary">{itemId ? t("common.save") : t("agenda.add")}</Button>
          <a href={paths.agenda(sessionId)}>{t("common.cancel")}</a>
          {itemId ? (
            <LinkButton variant="quiet" href={paths.agendaItemRemoval(sessionId, itemId)}>
              {t("agenda.remove")}
            </LinkButton>
          ) : null}
        </div>
      </DeedForm>
    </>
  );
}
