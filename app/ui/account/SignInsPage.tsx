import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";
import { HelpList } from "#app/ui/people/PasswordHelpNotice.tsx";
import type { HelpInList } from "#app/views/people/help-text.ts";
import type { SecurityEventInList, SignInInList } from "#app/views/security/security-list.server.ts";

export interface SignInsPageProps {
  title: string;
  signIns: SignInInList[];
  /** Links that others made for the viewer's password. */
  helps: HelpInList[];
  events: SecurityEventInList[];
}

/** Where one is signed in, the way to end all of it, and what happened lately with the account. */
export function SignInsPage({ title, signIns, helps, events }: SignInsPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("account.signInsText")} />
      <Section id="running" title={t("account.signInsRunning")}>
        <ul className="ruled">
          {signIns.map(({ id, started, from, current }) => (
            <li key={id}>
              {from}
              {current ? <span className="soft"> {t("account.signInHere")}</span> : null}
              <div className="soft">{t("account.signInSince", { when: started })}</div>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="end" title={t("account.signOutEverywhere")} note={t("account.signOutEverywhereNote")}>
        <DocumentForm>
          <div className="cluster">
            <Button variant="primary">{t("account.signOutEverywhere")}</Button>
            <a href={paths.account()}>{t("common.cancel")}</a>
          </div>
        </DocumentForm>
      </Section>
      {helps.length > 0 ? (
        <Section id="helps" title={t("people.passwordHelp.title")} note={t("people.passwordHelp.notRight.own")}>
          <HelpList helps={helps} />
        </Section>
      ) : null}
      {events.length > 0 ? (
        <Section id="lately" title={t("account.lately")} note={t("account.latelyNote")}>
          <ul className="ruled">
            {events.map(({ id, at, what, from }) => (
              <li key={id}>
                {what}
                <div className="soft">{[at, from].filter(Boolean).join(", ")}</div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
