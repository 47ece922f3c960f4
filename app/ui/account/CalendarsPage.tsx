import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FeedForm } from "#app/ui/account/FeedForm.tsx";
import { FeedsTable } from "#app/ui/account/FeedsTable.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { FeedInList } from "#app/views/tokens/feed-in-list.ts";

export interface CalendarsPageProps {
  title: string;
  feeds: FeedInList[];
  /** What a feed can be of. */
  choices: { value: string; label: string }[];
  /** Whether the password was given a short while ago. */
  isConfirmed: boolean;
  /** The feed that was just made; without its address where this very form was sent before. */
  made: { address: string | null; name: string } | null;
  answer?: FormAnswer;
}

/** The feeds of a person: the list, the form that makes one, how to use it, and the address of a new one, once. */
export function CalendarsPage({ title, feeds, choices, isConfirmed, made, answer }: CalendarsPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("calendars.standfirst")} />
      {made ? <MadeFeed {...made} /> : null}
      <Section id="feeds" title={t("calendars.yours")}>
        {feeds.length === 0 ? (
          <Empty title={t("calendars.none")}>{t("calendars.noneText")}</Empty>
        ) : (
          <FeedsTable feeds={feeds} />
        )}
      </Section>
      <Section id="make" title={t("calendars.make")}>
        {isConfirmed ? null : <ConfirmFirst />}
        {/* What was typed stays, also where the password has to be given first. */}
        {isConfirmed || answer ? <FeedForm choices={choices} answer={answer} /> : null}
      </Section>
      <Section id="subscribe" title={t("calendars.subscribe")} note={t("calendars.subscribeText")}>
        <FactList
          ruled
          items={programs.map((program) => ({
            term: t(`calendars.program.${program}`),
            details: t(`calendars.steps.${program}`),
          }))}
        />
      </Section>
    </>
  );
}

const programs = ["outlook", "google", "apple", "thunderbird"] as const;

function MadeFeed({ address, name }: { address: string | null; name: string }) {
  const t = useText();
  if (address === null) {
    return (
      <Notice tone="warn" title={t("calendars.madeBefore")} isAnswer>
        {t("calendars.madeBeforeText")}
      </Notice>
    );
  }
  return (
    <div className="stack">
      <Notice tone="warn" title={t("calendars.madeTitle")} isAnswer>
        {t("calendars.madeText")}
      </Notice>
      <Secret label={t("calendars.made", { name })} value={address} />
      <CopyButton value={address} />
    </div>
  );
}

function ConfirmFirst() {
  const t = useText();
  return (
    <Notice title={t("calendars.confirmNote")} className="mb-5">
      <LinkButton href={paths.accountConfirmation(paths.accountCalendars())}>{t("tokens.confirm")}</LinkButton>
    </Notice>
  );
}
