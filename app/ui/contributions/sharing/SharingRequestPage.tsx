import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { RecordSection } from "#app/ui/contributions/RecordSection.tsx";
import { ConsentWaits } from "#app/ui/contributions/sharing/ConsentWaits.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";
import { type RequestView, requestState, type WaitView } from "#app/views/contributions/sharing-view.ts";

export interface SharingRequestPageProps {
  request: RequestView;
  record: ContributionView;
  mayDecide: boolean;
  wait: WaitView | null;
  speakers: readonly string[] | null;
  answer?: FormAnswer;
}

/** A wish to be heard further, for the person who speaks for the delegation: what it is, what it means, yes or no. */
export function SharingRequestPage(props: SharingRequestPageProps) {
  const { request, record, mayDecide, wait, speakers, answer } = props;
  const t = useText();
  const { number } = record;
  const level = t(`codes.sharing.${request.toLevel}`);
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: t("sharing.requestTitle") }]}
      />
      <PageHeader title={t("sharing.requestOf", { number })} standfirst={t("sharing.asksFor", { level })} />
      <RecordSection title={t("sharing.record")} record={record} />
      <Section id="means" title={t("sharing.meansTitle")}>
        <FactList
          wide
          items={[
            { term: t("sharing.from"), details: <Level level={request.fromLevel} /> },
            { term: t("sharing.to"), details: <Level level={request.toLevel} /> },
            { term: t("sharing.meaning"), details: t(`sharing.means.${request.toLevel}`) },
            { term: t("sharing.named"), details: t(`codes.attribution.${record.attribution}`) },
            { term: t("sharing.asked"), details: [request.askedOn, request.askedBy].filter(Boolean).join(", ") },
            { term: t("sharing.note"), details: request.note },
          ]}
        />
      </Section>
      <Section id="decision" title={t("sharing.decision")}>
        {mayDecide ? (
          <DecisionForm wait={wait} answer={answer} />
        ) : (
          <Undecidable request={request} speakers={speakers} number={number} />
        )}
        {request.mayTakeBack ? (
          <p className="mt-4">
            <a href={paths.sharingWithdrawal(request.id)}>{t("sharing.takeBack")}</a>
          </p>
        ) : null}
      </Section>
    </>
  );
}

function Level({ level }: { level: RequestView["toLevel"] }) {
  const t = useText();
  return <SharingBars level={level}>{t(`codes.sharing.${level}`)}</SharingBars>;
}

function DecisionForm({ wait, answer }: { wait: WaitView | null; answer?: FormAnswer }) {
  const t = useText();
  return (
    <DeedForm answer={answer} names={{ note: t("sharing.decisionNote") }}>
      {wait ? <ConsentWaits wait={wait} /> : null}
      <p>{t("sharing.youSpeak")}</p>
      <TextareaField
        {...fieldsOf(answer).field("note")}
        label={t("sharing.decisionNote")}
        optional={t("common.optional")}
        maxLength={500}
      />
      <GuardStatement answer={answer} />
      <div className="cluster">
        {wait ? null : (
          <Button variant="primary" name="decision" value="granted">
            {t("sharing.grant")}
          </Button>
        )}
        <Button name="decision" value="refused">
          {t("sharing.refuse")}
        </Button>
      </div>
    </DeedForm>
  );
}

function Undecidable(props: { request: RequestView; speakers: readonly string[] | null; number: string }) {
  const t = useText();
  const { request, speakers, number } = props;
  const { decision, decidedOn, decidedBy, decisionNote } = request;
  if (decision !== null) {
    const facts = [decidedOn, decidedBy].filter(Boolean).join(", ");
    return (
      <Notice
        tone={decision === "granted" && !request.waits ? "good" : "info"}
        title={t(`sharing.state.${requestState(request)}`)}
      >
        {facts} {decisionNote}
      </Notice>
    );
  }
  return (
    <div className="stack">
      <p>{speakers?.length ? t("sharing.waitsFor", { names: speakers.join(", ") }) : t("sharing.waits")}</p>
      <LinkButton href={paths.contributionSharing(number)}>{t("sharing.change")}</LinkButton>
    </div>
  );
}
