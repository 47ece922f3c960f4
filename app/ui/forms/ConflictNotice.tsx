import { Fragment, type ReactNode } from "react";
import { baseOf } from "#app/domain/forms/merge-forms.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";

export interface ComparedField {
  name: string;
  label: ReactNode;
  /** The other field, where the form has rows of two. */
  beside?: string;
  /** A stored value as the form shows it; without this as it stands. */
  inWords?: (value: string, beside: string) => ReactNode;
  /** What it means that nothing is stored; "Empty" without this. */
  empty?: ReactNode;
}

/**
 * What was saved while this form was open, by somebody else or in another window: what was taken over from it, and
 * field by field what both changed.
 */
export function ConflictNotice({ answer, fields }: { answer?: FormAnswer; fields: readonly ComparedField[] }) {
  const t = useText();
  if (!answer?.current) return null;
  const { current, both = [], taken = [], ownSave } = answer;
  const changed = fields.filter(({ name }) => both.includes(name));
  const labels = fields.filter(({ name }) => taken.includes(name)).map(({ label }) => label);
  return (
    <div className="stack mb-5">
      <Notice tone="warn" title={ownSave ? t("common.savedByYou", { time: ownSave }) : t("common.savedMeanwhile")}>
        {changed.length > 0 ? t(ownSave ? "common.savedByYouText" : "common.savedMeanwhileText") : null}
        {changed.length === 0 && !ownSave ? t("common.savedMeanwhileElsewhere") : null}
        {labels.length > 0 ? (
          <>
            {" "}
            {t("common.takenOver")}{" "}
            {labels.map((label, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: labels never change places
              <Fragment key={at}>
                {at > 0 ? ", " : null}
                {label}
              </Fragment>
            ))}
            .
          </>
        ) : null}
      </Notice>
      <FactList
        ruled
        items={changed.map((field) => {
          const { label, inWords = (value: string) => value, empty = t("common.emptyNow") } = field;
          const details = rowsOf(current, field).map(([value, beside]) => inWords(value, beside));
          return { term: label, details: details.length > 0 ? details : empty };
        })}
      />
    </div>
  );
}

/**
 * The revision a form is sent with, and what it was filled in from: what is stored, or after a conflict what was shown.
 * A refused form was filled in before, and says from what.
 */
export function RevisionField({ answer, stored }: { answer?: FormAnswer; stored: FormValues }) {
  const [revision] = [answer?.current?.revision ?? answer?.values.revision ?? stored.revision].flat();
  return (
    <>
      <input type="hidden" name="revision" value={revision || "0"} />
      <BaseField answer={answer} stored={stored} />
    </>
  );
}

/** What a form was filled in from, for what has no revision. */
export function BaseField({ answer, stored }: { answer?: FormAnswer; stored: FormValues }) {
  const [base] = [answer?.values.base ?? baseOf(stored)].flat();
  return <input type="hidden" name="base" value={base} />;
}

/** The rows of a field that say something. */
function rowsOf(values: FormValues, { name, beside }: ComparedField): [string, string][] {
  const others = beside ? textsOf(values, beside) : [];
  return textsOf(values, name)
    .map((value, at): [string, string] => [value, others[at] ?? ""])
    .filter(([value]) => value !== "");
}

function textsOf(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat().map((value) => value.trim());
}
