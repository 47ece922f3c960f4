import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

export interface SignInsPageProps {
  title: string;
  signIns: { id: string; started: string; current: boolean }[];
}

/** Where one is signed in, as far as it is known, and the way to end all of it. */
export function SignInsPage({ title, signIns }: SignInsPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={t("account.signInsText")} />
      <Section id="running" title={t("account.signInsRunning")}>
        <ul className="ruled">
          {signIns.map(({ id, started, current }) => (
            <li key={id}>
              {t("account.signInSince", { when: started })}
              {current ? <span className="soft"> {t("account.signInHere")}</span> : null}
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
    </>
  );
}
