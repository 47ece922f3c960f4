import type { SharingLevel } from "#app/domain/codes.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { ConsentWaits } from "#app/ui/contributions/sharing/ConsentWaits.tsx";
import { RequestList } from "#app/ui/contributions/sharing/RequestList.tsx";
import { WhoConsents } from "#app/ui/contributions/sharing/WhoConsents.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { GuardStatement } from "#app/ui/forms/GuardStatement.tsx";
import type { SharingView } from "#app/views/contributions/sharing-view.ts";

/** How far a record is heard: ask for more, lower it, and what was asked before. */
export function SharingPage({ sharing, answer }: { sharing: SharingView; answer?: FormAnswer }) {
  const t = useText();
  const { number, level, may, requests } = sharing;
  return (
    <>
      <Breadcrumbs
        label={t("knowledge.crumbs")}
        items={[{ text: number, href: paths.contribution(number) }, { text: t("sharing.title") }]}
      />
      <PageHeader
        title={t("sharing.titleOf", { number })}
        standfirst={t("sharing.standfirst")}
        meta={<SharingBars level={level}>{t("sharing.now", { level: t(`codes.sharing.${level}`) })}</SharingBars>}
      />
      {may.ask ? <AskForm sharing={sharing} answer={answerTo("ask", answer)} /> : null}
      {may.lower ? <LowerForm below={sharing.below} answer={answerTo("lower", answer)} /> : null}
      {requests.length > 0 ? (
        <Section id="requests" title={t("sharing.requests")}>
          <OpenRequest sharing={sharing} />
          <RequestList requests={requests} />
        </Section>
      ) : null}
    </>
  );
}

/** Why nothing can be asked for now: whose decision is waited for, and how to take the request back. */
function OpenRequest({ sharing: { requests, speakers } }: { sharing: SharingView }) {
  const t = useText();
  const open = requests.find(({ decision }) => decision === null);
  if (!open) return null;
  const title = speakers?.length ? t("sharing.waitsFor", { names: speakers.join(", ") }) : t("sharing.waits");
  return (
    <Notice className="mb-4" title={title}>
      {open.mayTakeBack ? <a href={paths.sharingWithdrawal(open.id)}>{t("sharing.takeBack")}</a> : null}
    </Notice>
  );
}

/** The answer belongs to the form that was sent. */
function answerTo(intent: string, answer: FormAnswer | undefined): FormAnswer | undefined {
  return answer?.values.intent === intent ? answer : undefined;
}

function LevelChoice(props: { levels: readonly SharingLevel[]; legend: string; answer?: FormAnswer; id: string }) {
  const t = useText();
  const { defaultValue, ...frame } = fieldsOf(props.answer).field("level");
  return (
    <ChoiceGroup
      type="radio"
      {...frame}
      id={props.answer ? undefined : props.id}
      defaultValue={defaultValue || props.levels[0]}
      legend={props.legend}
      options={props.levels.map((level) => ({
        value: level,
        label: <SharingBars level={level}>{t(`codes.sharing.${level}`)}</SharingBars>,
        hint: t(`sharing.means.${level}`),
      }))}
    />
  );
}

function AskForm({ sharing, answer }: { sharing: SharingView; answer?: FormAnswer }) {
  const t = useText();
  const { consents, wait, above } = sharing;
  return (
    <Section id="ask" title={consents ? t("sharing.raise") : t("sharing.ask")}>
      <DeedForm answer={answer} names={{ level: t("sharing.wanted"), note: t("sharing.note") }}>
        {wait ? <ConsentWaits wait={wait} /> : null}
        {consents ? <Notice title={t("sharing.youConsent")} /> : <WhoConsents sharing={sharing} />}
        <input type="hidden" name="intent" value="ask" />
        <LevelChoice id="f-level-ask" levels={above} legend={t("sharing.wanted")} answer={answer} />
        <TextareaField
          {...fieldsOf(answer).field("note")}
          label={t("sharing.note")}
          hint={t("sharing.noteHint")}
          optional={t("common.optional")}
          maxLength={500}
        />
        <GuardStatement answer={answer} />
        <Button variant="primary">{consents ? t("sharing.raiseNow") : t("sharing.askNow")}</Button>
      </DeedForm>
    </Section>
  );
}

function LowerForm({ below, answer }: { below: readonly SharingLevel[]; answer?: FormAnswer }) {
  const t = useText();
  return (
    <Section id="lower" title={t("sharing.lower")} note={t("sharing.lowerNote")}>
      <DeedForm answer={answer} names={{ level: t("sharing.lowerTo") }}>
        <input type="hidden" name="intent" value="lower" />
        <LevelChoice id="f-level-lower" levels={[...below].reverse()} legend={t("sharing.lowerTo")} answer={answer} />
        <Button>{t("sharing.lowerNow")}</Button>
      </DeedForm>
    </Section>
  );
}
