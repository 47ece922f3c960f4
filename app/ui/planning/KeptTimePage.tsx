import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { SessionClashView } from "#app/views/planning/clash-view.server.ts";

export interface KeptTimePageProps {
  title: string;
  when: string;
  clash: SessionClashView;
  answer?: FormAnswer;
}

/** What becomes of a session at which somebody cannot: it is moved, or keeps its time. */
export function KeptTimePage({ title, when, clash, answer }: KeptTimePageProps) {
  const t = useText();
  const { session, roundId, open, kept } = clash;
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { session })} />
      <PageHeader title={title} over={session.title} standfirst={when} />
      {open.names.length === 0 ? (
        <Notice title={t("availability.noClash")}>
          {kept.length > 0 ? `${kept.join(" ")} ` : null}
          <a href={paths.session(session.id)}>{t("sessions.backToSession")}</a>
        </Notice>
      ) : (
        <>
          <Notice tone="bad" title={t("availability.clash", { names: open.names.join(", ") })} className="mb-5">
            {kept.join(" ")}
          </Notice>
          <Section id="move" title={t("availability.moveIt")}>
            <p className="soft mb-4">{t("availability.moveItText")}</p>
            <div className="actions">
              <LinkButton href={paths.sessionEdit(session.id)}>{t("availability.moveByHand")}</LinkButton>
              <LinkButton href={paths.planProposal(roundId)}>{t("availability.moveByPlan")}</LinkButton>
            </div>
          </Section>
          <Section id="keep" title={t("availability.keepIt")}>
            <p className="soft mb-4">{t("availability.keepItText")}</p>
            <DeedForm answer={answer} names={{}} isUntyped>
              {open.ids.map((id) => (
                <input key={id} type="hidden" name="people" value={id} />
              ))}
              <div className="actions">
                <Button>{t("availability.keepButton")}</Button>
                <a href={paths.session(session.id)}>{t("common.cancel")}</a>
              </div>
            </DeedForm>
          </Section>
        </>
      )}
    </>
  );
}
