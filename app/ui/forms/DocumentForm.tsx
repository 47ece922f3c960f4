import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { fieldHref } from "#app/ui/base/field-id.ts";

/**
 * A form that is always sent as a whole document: signing in and out and changing the language change the frame of the
 * page and the texts the browser holds. It carries no key, because a key is stored with a hash of what was sent, and
 * these forms hold passwords.
 */
export function DocumentForm(props: {
  answer?: FormAnswer;
  action?: string;
  errorTitle?: string;
  children: ReactNode;
}) {
  const { answer, action, errorTitle, children } = props;
  const t = useText();
  const errors = [
    ...(answer?.formErrors ?? []).map((text) => ({ href: "#main", text })),
    ...Object.entries(answer?.errors ?? {}).map(([name, text]) => ({ href: fieldHref(name), text })),
  ];
  return (
    <form method="post" action={action} className="stack" noValidate>
      <ErrorSummary title={errorTitle ?? t("common.errorSummary")} errors={errors} />
      {children}
    </form>
  );
}
