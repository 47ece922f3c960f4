import { useFormAction, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { explainedStatus } from "#app/i18n/explained-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
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
  const { formKey, owner } = useShell();
  const submit = useSubmit();
  const sentTo = useFormAction(action);
  // Each form of a page has a key of its own: what one of them did is no answer for another.
  const key = `${formKey}${useId().replace(/\W/g, "-")}`;
  const answers = useCount(answer);
  const errors = [
    ...unsentErrors(t, answer?.unsent),
    ...(answer?.formErrors ?? []).map((text) => ({ href: "#main", text })),
    ...inOrder(answer?.errors ?? {}, names).map(([name, text]) => ({
      href: fieldHref(name),
      text: names?.[name] ? `${names[name]}: ${text}` : text,
    })),
  ];
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    // A button that leads elsewhere changes the frame of the page: the browser sends the form as a whole document.
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    submit((submitter as HTMLButtonElement | null) ?? event.currentTarget, { method: "post", action: sentTo });
  };
  return (
    <form method="post" action={sentTo} className={className} noValidate onSubmit={send}>
      <ErrorSummary
        key={answers}
        title={answer?.unsent ? t("errors.unsentTitle") : t("common.errorSummary")}
        errors={errors}
      />
      <input type="hidden" name="_key" value={key} />
      {owner ? <input type="hidden" name="_owner" value={owner} /> : null}
      {children}
    </form>
  );
}

/** Messages in the order of the fields, where the labels say which that is. */
function inOrder(errors: Readonly<Record<string, string>>, names: DeedFormProps["names"]): [string, string][] {
  const order = Object.keys(names ?? {});
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(errors).sort(([one], [other]) => place(one) - place(other));
}

/** How many different things it has been: a summary that is new is read out again, also when it says the same. */
function useCount(thing: unknown): number {
  const [seen, setSeen] = useState({ thing, count: 0 });
  if (seen.thing !== thing) setSeen({ thing, count: seen.count + 1 });
  return seen.count;
}

/** What is said of a form that came to no answer of the product. */
function unsentErrors(t: Text, unsent: FormAnswer["unsent"]) {
  if (unsent === undefined) return [];
  if (unsent === "no-connection") return [{ href: "#main", text: t("errors.noConnection") }];
  const isOurs = typeof unsent === "number" && unsent < 500;
  return [{ href: "#main", text: isOurs ? t(`errors.explain${explainedStatus(unsent)}`) : t("errors.noAnswer") }];
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
