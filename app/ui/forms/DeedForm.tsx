import { useFormAction, useSubmit } from "@remix-run/react";
import { type FormEvent, Fragment, type ReactNode, useId, useState } from "react";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { explainedStatus } from "#app/i18n/explained-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { BaseField, ConflictNotice } from "#app/ui/forms/ConflictNotice.tsx";
import { KeepTyped } from "#app/ui/forms/KeepTyped.tsx";
import { type Answerable, type FieldNames, summaryErrors } from "#app/ui/forms/summary-errors.ts";
import { settle, takeAlong } from "#app/ui/forms/typed-keeper.ts";
import { TYPED_FORM, useTyped } from "#app/ui/forms/use-typed.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export type DeedFormProps = Answerable & {
  action?: string;
  /** For buttons that stand outside of it. */
  id?: string;
  className?: string;
  /**
   * What it is filled in with, where that has no revision: somebody else may change it meanwhile. Needs `names`; how
   * values read that are codes is `inWords`, by field.
   */
  compared?: Compared;
  /** While one types it is kept as a draft, and not as a pending edit. */
  isDraft?: boolean;
  /** Nothing is typed into it, though into another form of its page. */
  isUntyped?: boolean;
  children?: ReactNode;
};

interface Compared {
  stored: FormValues;
  inWords?: Readonly<Record<string, (value: string) => ReactNode>>;
}

/**
 * A form that does something: sends the key that makes a second sending harmless, shows the error summary first. Works
 * without JavaScript.
 */
export function DeedForm(props: DeedFormProps) {
  const { answer, action, id, className = "stack", names, compared, isDraft = false, children } = props;
  const t = useText();
  const { formKey, owner } = useShell();
  const submit = useSubmit();
  const sentTo = useFormAction(action);
  // Each form of a page has a key of its own: what one of them did is no answer for another.
  const key = `${formKey}${useId().replace(/\W/g, "-")}`;
  const answers = useCount(answer);
  const typedHere = useTyped();
  const typed = props.isUntyped ? null : typedHere;
  const made = answer?.madeBefore;
  const madeErrors = made ? [{ href: made.href, text: t("errors.attemptOpen") }] : [];
  const errors = [...unsentErrors(t, answer?.unsent), ...summaryErrors(props), ...madeErrors];
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    // A button that leads elsewhere changes the frame of the page: the browser sends the form as a whole document.
    if (submitter?.hasAttribute("formaction")) return takeAlong(event.currentTarget);
    event.preventDefault();
    const form = event.currentTarget;
    const options = { method: "post", action: sentTo } as const;
    void settle(form).then(() => submit((submitter as HTMLButtonElement | null) ?? form, options));
  };
  return (
    <form id={typed ? TYPED_FORM : id} method="post" action={sentTo} className={className} noValidate onSubmit={send}>
      <ErrorSummary
        key={`summary-${answers}`}
        title={answer?.unsent ? t("errors.unsentTitle") : t("common.errorSummary")}
        errors={errors}
      />
      {answer?.leftAt ? <LeftNotice at={answer.leftAt} /> : null}
      <input type="hidden" name="_key" value={made?.key ?? key} />
      {typed ? (
        <>
          <input type="hidden" name="_at" value={typed.at} />
          <input type="hidden" name="_pending" defaultValue={typed.revision} />
          <input type="hidden" name="after" defaultValue={[answer?.values.after ?? ""].flat()[0]} />
        </>
      ) : null}
      {owner ? <input type="hidden" name="_owner" value={owner} /> : null}
      {compared ? <Comparison answer={answer} names={names ?? {}} {...compared} /> : null}
      {/* After a conflict fields hold what others wrote, too: they are made anew. */}
      <Fragment key={answer?.taken ? `fields-${answers}` : "fields"}>{children}</Fragment>
      {typed ? (
        <KeepTyped
          isDraft={isDraft}
          isAnswered={answer !== undefined && !answer.leftAt}
          at={typed.at}
          copyKey={typed.copyKey}
        />
      ) : null}
    </form>
  );
}

function Comparison(props: { answer?: FormAnswer; names: FieldNames } & Compared) {
  const { answer, names, stored, inWords = {} } = props;
  const fields = Object.entries(names).map(([name, label]) => ({ name, label, inWords: inWords[name] }));
  return (
    <>
      <ConflictNotice answer={answer} fields={fields} />
      <BaseField answer={answer} stored={stored} />
    </>
  );
}

/** What was typed is here again, and can be thrown away. */
function LeftNotice({ at }: { at: string }) {
  const t = useText();
  return (
    <Notice title={t("common.leftAt", { time: at })} className="mb-4">
      {t("common.leftAtText")}{" "}
      <Button small variant="quiet" formAction={paths.pendingEdits({ discard: 1 })}>
        {t("common.leftDiscard")}
      </Button>
    </Notice>
  );
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
