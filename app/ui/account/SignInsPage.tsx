import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { DocumentForm } from "#app/ui/account/DocumentForm.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";

export type SignInsPageProps = { title: string; signIns: { id: string; started: string; current: boolean }[] };

/** Where one is signed in, as far as it is known, and the way to end all of it. */
export function SignInsPage({ title, signIns }: SignInsPageProps) {
  const t = useText();
  return (
    <>
      <Head title={title} standfirst={t("account.signInsText")} />
      <Sect id="running" title={t("account.signInsRunning")}>
        <ul className="ruled">
          {signIns.map(({ id, started, current }) => (
            <li key={id}>
              {t("account.signInSince", { when: started })}
              {current ? <span className="soft"> {t("account.signInHere")}</span> : null}
            </li>
          ))}
        </ul>
      </Sect>
      <Sect id="end" title={t("account.signOutEverywhere")} note={t("account.signOutEverywhereNote")}>
        <DocumentForm>
          <div className="cluster">
            <Btn variant="primary">{t("account.signOutEverywhere")}</Btn>
            <a href={paths.account()}>{t("common.cancel")}</a>
          </div>
        </DocumentForm>
      </Sect>
    </>
  );
}
