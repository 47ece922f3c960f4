import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

export type AskPageProps = {
  title: string;
  /** What will happen. */
  what: string;
  submit: string;
  back: string;
  answer?: FormAnswer;
  /** What to know before deciding. */
  children?: ReactNode;
};

/** Asks before something is done that takes effect at once. */
export function AskPage({ title, what, submit, back, answer, children }: AskPageProps) {
  const t = useText();
  return (
    <>
      <Head title={title} standfirst={what} />
      {children}
      <DeedForm answer={answer} className="stack mt-5">
        <div className="cluster">
          <Btn variant="primary">{submit}</Btn>
          <a href={back}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
