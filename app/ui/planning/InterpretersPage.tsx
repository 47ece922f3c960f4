import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { InterpretersView } from "#app/views/planning/interpreters-view.server.ts";

export interface InterpretersPageProps {
  title: string;
  view: InterpretersView;
  answer?: FormAnswer;
}

/** Interpreters for all sessions that have none, in one step; below, who has how much and what is left. */
export function InterpretersPage({ title, view, answer }: InterpretersPageProps) {
  const t = useText();
  const { round, languages, loads, without } = view;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} over={round.title} standfirst={t("plan.interpretersStandfirst")} />
      {languages.length > 0 ? <Assign view={view} answer={answer} /> : null}
      <Section id="loads" title={t("plan.interpreterLoads")} note={t("plan.interpreterCount", { count: loads.length })}>
        {loads.length > 0 ? <Loads loads={loads} /> : <Empty title={t("plan.noInterpreters")} />}
      </Section>
      <Section id="without" title={t("plan.without")} note={t("plan.pairingCount", { count: without.length })}>
        {without.length > 0 ? (
          <Without roundId={round.id} without={without} />
        ) : (
          <Empty title={t("plan.withoutNone")} />
        )}
      </Section>
    </>
  );
}

function Assign({ view, answer }: Omit<InterpretersPageProps, "title">) {
  const t = useText();
  const { round, languages, stored } = view;
  const names = Object.fromEntries(languages.map(({ field, name }) => [field, name]));
  const { choices } = fieldsOf(answer, stored);
  return (
    <DeedForm answer={answer} names={names}>
      {languages.map(({ field, name, sessions, minutes, people }) => (
        <ChoiceGroup
          key={field}
          {...choices(field)}
          type="checkbox"
          legend={name}
          hint={t("plan.interpreterNeed", { count: sessions, minutes })}
          options={people.map((one) => ({
            value: one.id,
            label: one.name,
            hint: one.isKnown
              ? t("plan.interpreterKnown", { language: name, minutes: one.minutes })
              : t("plan.interpreterMinutes", { minutes: one.minutes }),
          }))}
        />
      ))}
      <div className="actions">
        <Button variant="primary">{t("plan.assign")}</Button>
        <a href={paths.plan(round.id)}>{t("plan.backToPlan")}</a>
      </div>
    </DeedForm>
  );
}

function Loads({ loads }: Pick<InterpretersView, "loads">) {
  const t = useText();
  return (
    <Table
      caption={t("plan.interpreterLoads")}
      captionHidden
      rows={loads}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("sessions.interpreter"), rowHead: true, cell: ({ name }) => name },
        { key: "sessions", head: t("plan.sessionsOf"), kind: "figures", cell: ({ sessions }) => sessions },
        { key: "minutes", head: t("plan.minutesOf"), kind: "figures", cell: ({ minutes }) => minutes },
      ]}
    />
  );
}

function Without({ roundId, without }: Pick<InterpretersView, "without"> & { roundId: string }) {
  const t = useText();
  return (
    <Table
      caption={t("plan.without")}
      captionHidden
      fold
      rows={without}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          head: t("plan.with"),
          rowHead: true,
          cell: ({ id, name, sessionId }) => (
            <a href={sessionId ? paths.sessionEdit(sessionId) : paths.pairing(roundId, id)}>{name}</a>
          ),
        },
        { key: "language", head: t("sessions.language"), cell: ({ language }) => language },
        { key: "why", head: t("plan.withoutWhy"), cell: ({ why }) => t(`plan.without.${why}`) },
      ]}
    />
  );
}
