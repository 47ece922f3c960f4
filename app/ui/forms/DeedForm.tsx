import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { fieldHref } from "#app/ui/base/field-id.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export interface DeedFormProps {
  answer?: FormAnswer;
  action?: string;
  className?: string;
  /** Labels of the fields by name: the summary says of which field it speaks. */
  names?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/**
 * A form that does something: sends the key that makes a second sending harmless, shows the error summary first. Works
 * without JavaScript.
 */
export function DeedForm(props: DeedFormProps) {
  const { answer, action, className = "stack", names, children } = props;
  const t = useText();
  const { formKey } = useShell();
  const errors = [
    ...(answer?.formErrors ?? []).map((text) => ({ href: "#main", text })),
    ...Object.entries(answer?.errors ?? {}).map(([name, text]) => ({
      href: fieldHref(name),
      text: names?.[name] ? `${names[name]}: ${text}` : text,
    })),
  ];
  return (
    <Form method="post" action={action} className={className} noValidate>
      <ErrorSummary key={JSON.stringify(answer?.errors ?? null)} title={t("common.errorSummary")} errors={errors} />
      <input type="hidden" name="_key" value={formKey} />
      {children}
    </Form>
  );
}

/**
 * What a field shows: what was typed if the form came back, else what is stored. Spread it into a field of
 * `app/ui/base`: `<TextField {...field("title")} label=... />`.
 */
export function fieldsOf(answer: FormAnswer | undefined, stored: FormValues = {}) {
  const value = (name: string) => answer?.values[name] ?? (answer ? undefined : stored[name]);
  return {
    /** For one value. */
    field: (name: string) => {
      const given = value(name);
      return { name, defaultValue: Array.isArray(given) ? given[0] : (given ?? ""), error: answer?.errors[name] };
    },
    /** For several check boxes of one name. */
    choices: (name: string) => {
      const given = value(name) ?? [];
      return { name, defaultValue: Array.isArray(given) ? given : [given], error: answer?.errors[name] };
    },
    /** For a single check box. */
    check: (name: string) => ({
      name,
      defaultChecked: value(name) !== undefined && value(name) !== "",
      error: answer?.errors[name],
    }),
  };
}
