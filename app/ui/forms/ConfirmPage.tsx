import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

export type ConfirmPageProps = {
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
export function ConfirmPage({ title, what, submit, back, answer, children }: ConfirmPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} standfirst={what} />
      {children}
      <DeedForm answer={answer} className="stack mt-5">
        <div className="cluster">
          <Button variant="primary">{submit}</Button>
          <a href={back}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
