import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { ChangeTable } from "#app/ui/planning/ChangeTable.tsx";
import { CompareDay } from "#app/ui/planning/CompareDay.tsx";
import { DraftDay } from "#app/ui/planning/DraftDay.tsx";
import { DragGhost } from "#app/ui/planning/DropLayer.tsx";
import { usePlacementAnnounced } from "#app/ui/planning/placement-announced.ts";
import { useDrag } from "#app/ui/planning/use-drag.ts";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import { useScripts } from "#app/ui/planning/use-scripts.ts";
import type { DraftView } from "#app/views/planning/draft-view.server.ts";

/** A draft of the timetable: how good it is, what is wrong with it, day by day, and what it would change. */
export function DraftPage({ draft }: { draft: DraftView }) {
  const t = useText();
  const { round, conflicts, withoutTime, changes } = draft;
  const dragging = useDrag(draft);
  const runs = useScripts();
  usePlacementAnnounced(draft);
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(draft.name, round)} />
      <PageHeader
        title={draft.name}
        over={round.title}
        meta={
          <FactLine>
            {t("plan.waits", { count: draft.waits })}
            {draft.waits > 0 ? t("plan.mostWaits", { count: draft.mostWaits }) : null}
            {draft.quality}
            {t("plan.wouldBeTold", { count: draft.told })}
          </FactLine>
        }
        actions={
          <>
            <LinkButton variant="primary" href={paths.planRelease(round.id, draft.id)}>
              {t("plan.toRelease")}
            </LinkButton>
            <LinkButton href={paths.planProposal(round.id, draft.id)}>{t("plan.proposeAgain")}</LinkButton>
            <LinkButton href={paths.planDraftCopy(round.id, draft.id)}>{t("plan.copy")}</LinkButton>
            <LinkButton href={paths.planDraftRemoval(round.id, draft.id)}>{t("plan.removeDraft")}</LinkButton>
          </>
        }
      />
      {conflicts.length > 0 ? (
        <div className="stack mb-5">
          {conflicts.map(({ blocks, text }) => (
            <Notice key={text} tone={blocks ? "bad" : "warn"} title={t(blocks ? "plan.blocks" : "plan.warns")}>
              {text}
            </Notice>
          ))}
        </div>
      ) : null}
      <p className="soft minor mb-4 no-print">{t(runs ? "plan.moveHintDrag" : "plan.moveHint")}</p>
      {draft.days.map((day) => (
        <DraftDay key={day.day} draft={draft} day={day} dragging={runs ? dragging : null} />
      ))}
      <DragGhost {...dragging} />
      {withoutTime.length > 0 ? (
        <Section
          id="without-time"
          title={t("plan.unplaced")}
          note={t("plan.unplacedNote", { count: withoutTime.length })}
        >
          <p className="soft mb-4">{t("plan.unplacedText")}</p>
          <ul className="rows">
            {withoutTime.map(({ id, name, cancels }) => (
              <li key={id}>
                <a href={paths.planPlacement(round.id, draft.id, id)} id={`placed-${id}`}>
                  {name}
                </a>
                {cancels ? <span className="soft"> {t("plan.wouldBeCancelled")}</span> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="changes" title={t("plan.changes")} note={t("plan.changesNote")}>
        {changes.length > 0 ? (
          <ChangeTable caption={t("plan.changes")} was={t("plan.was")} changes={changes} withPeople />
        ) : (
          <p className="soft">{t("plan.noChanges")}</p>
        )}
      </Section>
      <Fairness draft={draft} />
      <Compare draft={draft} />
    </>
  );
}

function Fairness({ draft }: { draft: DraftView }) {
  const t = useText();
  return (
    <Section id="fairness" title={t("plan.fair")} note={t("plan.fairNote")}>
      <Table
        caption={t("plan.fair")}
        captionHidden
        rows={draft.fairness}
        rowKey={({ accountId }) => accountId}
        columns={[
          { key: "name", head: t("availability.person"), rowHead: true, cell: ({ name }) => name },
          { key: "sessions", head: t("plan.sessionsOf"), kind: "figures", cell: ({ sessions }) => sessions },
          { key: "waits", head: t("plan.waitsOf"), kind: "figures", cell: ({ waits }) => waits },
        ]}
      />
    </Section>
  );
}

function Compare({ draft }: { draft: DraftView }) {
  const t = useText();
  const { others, compared, round } = draft;
  if (others.length === 0) return null;
  return (
    <Section id="compare" title={t("plan.compare")} note={compared?.name ?? t("plan.compareNote")}>
      <form method="get" action={paths.planDraft(round.id, draft.id)} className="cluster mb-4">
        <SelectField
          name="with"
          label={t("plan.otherDraft")}
          defaultValue={compared?.id}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{t("plan.compareButton")}</Button>
      </form>
      {compared && compared.changes.length > 0 ? (
        <ChangeTable caption={t("plan.compare")} was={compared.name} changes={compared.changes} />
      ) : null}
      {compared && compared.changes.length > 0
        ? compared.days.map((day) => <CompareDay key={day.day} day={day} names={[compared.name, draft.name]} />)
        : null}
      {compared && compared.changes.length === 0 ? <p className="soft">{t("plan.compareSame")}</p> : null}
    </Section>
  );
}
