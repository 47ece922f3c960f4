import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { type Answerable, summaryErrors } from "#app/ui/forms/summary-errors.ts";

/**
 * A form that is always sent as a whole document: signing in and out and changing the language change the frame of the
 * page and the texts the browser holds. It carries no key, because a key is stored with a hash of what was sent, and
 * these forms hold passwords.
 */
export function DocumentForm(props: Answerable & { action?: string; errorTitle?: string; children: ReactNode }) {
  const { action, errorTitle, children } = props;
  const t = useText();
  return (
    <form method="post" action={action} className="stack" noValidate>
      <ErrorSummary title={errorTitle ?? t("common.errorSummary")} errors={summaryErrors(props)} />
      {children}
    </form>
  );
}
