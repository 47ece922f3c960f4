import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DraftTable } from "#app/ui/planning/DraftTable.tsx";
import { ForeseenNotice } from "#app/ui/planning/ForeseenNotice.tsx";
import { PairingTable } from "#app/ui/planning/PairingTable.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { FrameView } from "#app/views/planning/frame-view.server.ts";
import type { PlanView } from "#app/views/planning/plan-view.server.ts";

/** The plan of a round, in the order in which it is made: who, when people can, the timetable. */
export function PlanPage({ plan }: { plan: PlanView }) {
  const t = useText();
  const { round, pairings, frame } = plan;
  const clashes = pairings.filter(({ cannot }) => cannot.length > 0).length;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(t("plan.title"), { round })} />
      <PageHeader
        title={t("plan.title")}
        over={round.title}
        standfirst={t("plan.standfirst")}
        meta={<FactLine>{t("rounds.timesIn", { zone: round.zone })}</FactLine>}
      />
      <Section id="pairings" title={t("plan.pairings")} note={t("plan.pairingCount", { count: pairings.length })}>
        {pairings.length > 0 ? (
          <PairingTable roundId={round.id} pairings={pairings} />
        ) : (
          <Empty title={t("plan.noPairings")}>{t("plan.noPairingsText")}</Empty>
        )}
        <div className="actions">
          <LinkButton href={paths.severalPairings(round.id)} variant={pairings.length === 0 ? "primary" : "plain"}>
            {t("plan.oneWithEach")}
          </LinkButton>
          <LinkButton href={paths.newPairing(round.id)}>{t("plan.addOne")}</LinkButton>
          {pairings.length > 0 ? (
            <LinkButton href={paths.interpreters(round.id)}>{t("plan.interpreters")}</LinkButton>
          ) : null}
        </div>
      </Section>
      <Section id="frame" title={t("plan.frame")} note={t("plan.frameNote", { count: frame.slots })}>
        <Frame frame={frame} />
        <div className="actions">
          <LinkButton href={paths.planSettings(round.id)}>{t("plan.editFrame")}</LinkButton>
        </div>
      </Section>
      <Section
        id="availability"
        title={t("availability.overview")}
        note={t("availability.answeredCount", { answered: plan.answered, count: plan.people })}
      >
        {clashes > 0 ? (
          <Notice tone="bad" title={t("availability.clashNotice", { count: clashes })} className="mb-4">
            {t("availability.clashText")}
          </Notice>
        ) : null}
        <LinkButton href={paths.planAvailability(round.id)}>{t("availability.overview")}</LinkButton>
      </Section>
      <Section id="drafts" title={t("plan.drafts")} note={t("plan.draftCount", { count: plan.drafts.length })}>
        {plan.drafts.length > 0 ? (
          <DraftTable roundId={round.id} drafts={plan.drafts} />
        ) : (
          <Empty title={t("plan.noDrafts")}>{t("plan.noDraftsText")}</Empty>
        )}
        <ForeseenNotice foreseen={plan.foreseen} />
        {pairings.length > 0 ? (
          <div className="actions">
            <LinkButton variant="primary" href={paths.planProposal(round.id)}>
              {t("plan.propose")}
            </LinkButton>
          </div>
        ) : null}
      </Section>
    </>
  );
}

function Frame({ frame }: { frame: FrameView }) {
  const t = useText();
  return (
    <FactList
      wide
      items={[
        {
          term: t("plan.daysTerm"),
          details: frame.days.map((day) => <span key={day}>{day}</span>),
        },
        { term: t("plan.pauseTerm"), details: frame.pause },
        { term: t("plan.slotTerm"), details: frame.slot },
        { term: t("plan.bufferTerm"), details: frame.buffer },
        { term: t("plan.mostTerm"), details: frame.most },
        { term: t("plan.apartTerm"), details: frame.apart },
      ]}
    />
  );
}
