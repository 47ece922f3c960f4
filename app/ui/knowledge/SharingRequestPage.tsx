import type { RequestView } from "#app/domain/knowledge/find-sharing.server.ts";
import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Btn, LinkBtn } from "#app/ui/base/Btn.tsx";
import { Crumbs } from "#app/ui/base/Crumbs.tsx";
import { Dl } from "#app/ui/base/Dl.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Rec } from "#app/ui/base/Rec.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/knowledge/GuardStatement.tsx";

export interface SharingRequestPageProps {
  request: RequestView;
  record: ContributionView;
  mayDecide: boolean;
  speakers: readonly string[] | null;
  answer?: FormAnswer;
}

/** A wish to be heard further, for the person who speaks for the delegation: what it is, what it means, yes or no. */
export function SharingRequestPage({ request, record, mayDecide, speakers, answer }: SharingRequestPageProps) {
  const t = useText();
  const { number } = record;
  const level = t(`codes.sharing.${request.toLevel}`);
  return (
    <>
      <Crumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: t("sharing.requestTitle") }]}
      />
      <Head title={t("sharing.requestOf", { number })} standfirst={t("sharing.asksFor", { level })} />
      <Sect id="record" title={t("sharing.record")}>
        <Rec
          as="div"
          kind={{ code: record.kind, label: t(`codes.kind.${record.kind}`) }}
          number={number}
          title={record.title}
          summary={record.summary}
          lang={record.language.tag}
          href={paths.contribution(number)}
        />
        {record.guardStated ? <Notice className="mt-4" title={t("guard.reviewer")} /> : null}
      </Sect>
      <Sect id="means" title={t("sharing.meansTitle")}>
        <Dl
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
      </Sect>
      <Sect id="decision" title={t("sharing.decision")}>
        {mayDecide ? (
          <DecisionForm answer={answer} />
        ) : (
          <Undecidable request={request} speakers={speakers} number={number} />
        )}
      </Sect>
    </>
  );
}

function Level({ level }: { level: RequestView["toLevel"] }) {
  const t = useText();
  return <SharingBars level={level}>{t(`codes.sharing.${level}`)}</SharingBars>;
}

function DecisionForm({ answer }: { answer?: FormAnswer }) {
  const t = useText();
  return (
    <DeedForm answer={answer}>
      <p>{t("sharing.youSpeak")}</p>
      <TextareaField
        {...fieldsOf(answer).field("note")}
        label={t("sharing.decisionNote")}
        optional={t("common.optional")}
        maxLength={500}
      />
      <GuardStatement answer={answer} />
      <div className="cluster">
        <Btn variant="primary" name="decision" value="granted">
          {t("sharing.grant")}
        </Btn>
        <Btn name="decision" value="refused">
          {t("sharing.refuse")}
        </Btn>
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
      <Notice tone={decision === "granted" ? "good" : "info"} title={t(`sharing.state.${decision}`)}>
        {facts} {decisionNote}
      </Notice>
    );
  }
  return (
    <div className="stack">
      <p>{speakers?.length ? t("sharing.waitsFor", { names: speakers.join(", ") }) : t("sharing.waits")}</p>
      <LinkBtn href={paths.contributionSharing(number)}>{t("sharing.change")}</LinkBtn>
    </div>
  );
}
