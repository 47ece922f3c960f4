import type { FormAnswer } from "#app/http/form.server.ts";
import type { SummaryError } from "#app/ui/base/ErrorSummary.tsx";
import { fieldHref } from "#app/ui/base/field-id.ts";

/** Labels of the fields of a form by name, in the order of the fields. */
export type FieldNames = Readonly<Record<string, string>>;

/** A form that can come back says what its fields are called: its summary speaks of them far from where they are. */
export type Answerable = { answer: FormAnswer | undefined; names: FieldNames } | { answer?: never; names?: never };

/** What the summary of a form says: first what is wrong with the whole, then field by field from the top. */
export function summaryErrors({ answer, names = {} }: Answerable): SummaryError[] {
  return [
    ...(answer?.formErrors ?? []).map((text) => ({ href: "#main", text })),
    ...inOrder(answer?.errors ?? {}, names).map(([name, text]) => ({
      href: fieldHref(name),
      text: names[name] ? `${names[name]}: ${text}` : text,
    })),
  ];
}

function inOrder(errors: Readonly<Record<string, string>>, names: FieldNames): [string, string][] {
  const order = Object.keys(names);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(errors).sort(([one], [other]) => place(one) - place(other));
}
