import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Breadcrumb, Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { FieldNames } from "#app/ui/forms/summary-errors.ts";

export type ConfirmPageProps = ConfirmPageFrame & Asked;

/** What to know before deciding, and what to say about it: fields of the form, with their labels by name. */
type Asked = { children: ReactNode; names: FieldNames } | { children?: never; names?: never };

interface ConfirmPageFrame {
  title: string;
  breadcrumbs?: { label: string; items: readonly Breadcrumb[] };
  /** What will happen, or to what. */
  what?: string;
  facts?: ReactNode;
  /** Words of the button that does it. */
  submit: string;
  /** Where one goes who does not want it, and in which words if not "Cancel". */
  back: string;
  backText?: string;
  /** Why it cannot be done, if so, with words that lead back. */
  impossible?: { why: string; backText: string } | null;
  answer?: FormAnswer;
}

/** Asks before something is done that takes effect at once. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { title, breadcrumbs, what, facts, submit, back, backText, impossible, answer, children, names = {} } = props;
  const t = useText();
  return (
    <>
      {breadcrumbs ? <Breadcrumbs {...breadcrumbs} /> : null}
      <PageHeader title={title} standfirst={what} meta={facts} />
      {impossible ? (
        <Notice tone="warn" title={impossible.why}>
          <a href={back}>{impossible.backText}</a>
        </Notice>
      ) : (
        <DeedForm answer={answer} names={names} className="stack mt-5">
          {children}
          <div className="cluster">
            <Button variant="primary">{submit}</Button>
            <a href={back}>{backText ?? t("common.cancel")}</a>
          </div>
        </DeedForm>
      )}
    </>
  );
}
