import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { ReleaseView } from "#app/views/planning/release-view.server.ts";

export interface ReleasePageProps {
  title: string;
  release: ReleaseView;
  answer?: FormAnswer;
}

/** Every mail that a release would send, before anything is sent. */
export function ReleasePage({ title, release, answer }: ReleasePageProps) {
  const t = useText();
  const { round, draft, people, blocking } = release;
  const back = <LinkButton href={paths.planDraft(round.id, draft.id)}>{t("plan.toDraft")}</LinkButton>;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader
        title={title}
        over={draft.name}
        standfirst={t("plan.releaseStandfirst")}
        meta={<FactLine>{t("rounds.timesIn", { zone: round.zone })}</FactLine>}
      />
      {blocking.length > 0 ? (
        <Notice tone="bad" title={t("plan.releaseBlocked")} className="mb-5">
          <ul>
            {blocking.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {people.length === 0 ? (
        <Empty title={t("plan.releaseNone")} action={back}>
          {t("plan.releaseNoneText")}
        </Empty>
      ) : (
        <>
          <Section
            id="mails"
            title={t("plan.mails")}
            note={t("plan.mailsNote", { count: release.mails, people: people.length })}
          >
            <Mails {...{ round, draft, people }} readable={blocking.length === 0} />
          </Section>
          {blocking.length > 0 ? <div className="actions">{back}</div> : <Release release={release} answer={answer} />}
        </>
      )}
    </>
  );
}

function Mails({
  round,
  draft,
  people,
  readable,
}: Pick<ReleaseView, "round" | "draft" | "people"> & { readable: boolean }) {
  const t = useText();
  return (
    <Table
      caption={t("plan.mails")}
      captionHidden
      fold
      rows={people}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: "name", head: t("availability.person"), rowHead: true, cell: ({ name }) => name },
        {
          key: "mails",
          head: t("plan.whatTold"),
          foldLabel: t("plan.whatTold"),
          cell: ({ mails }) => (
            <ul className="plain">
              {mails.map((mail) => (
                <li key={mail}>{mail}</li>
              ))}
            </ul>
          ),
        },
        ...(readable
          ? [
              {
                key: "read",
                head: t("plan.readMails"),
                headHidden: true,
                cell: ({ name, accountId }: ReleaseView["people"][number]) => (
                  <a href={paths.planReleaseMails(round.id, draft.id, accountId)}>
                    {t("plan.readMails")} <VisuallyHidden>{name}</VisuallyHidden>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Release({ release, answer }: Omit<ReleasePageProps, "title">) {
  const t = useText();
  const { field } = fieldsOf(answer);
  const { cancels, people, round, draft } = release;
  return (
    <DeedForm answer={answer} names={{ reason: t("plan.cancelReason") }}>
      <input type="hidden" name="shown" value={release.shown} />
      {cancels ? (
        <TextareaField
          {...field("reason")}
          label={t("plan.cancelReason")}
          hint={t("plan.cancelReasonHint")}
          maxLength={500}
          rows={3}
        />
      ) : null}
      <div className="actions">
        <Button variant="primary">{t("plan.releaseButton", { count: people.length })}</Button>
        <a href={paths.planDraft(round.id, draft.id)}>{t("common.cancel")}</a>
      </div>
    </DeedForm>
  );
}
