import type { ReactNode } from "react";
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

/** What somebody else saved while this form was open, field by field, where it differs from what was typed here. */
export function ConflictNotice({ answer, fields }: { answer?: FormAnswer; fields: readonly ComparedField[] }) {
  const t = useText();
  if (!answer?.current) return null;
  const { current, values } = answer;
  const changed = fields.filter((field) => field.name in current && keyOf(current, field) !== keyOf(values, field));
  return (
    <div className="stack mb-5">
      <Notice tone="warn" title={t("common.savedMeanwhile")}>
        {t("common.savedMeanwhileText")}
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

/** The revision a form is sent with: the one it was filled in from, or after a conflict the one that was shown. */
export function RevisionField({ answer, stored }: { answer?: FormAnswer; stored: FormValues[string] | undefined }) {
  const [revision] = [answer?.current?.revision ?? answer?.values.revision ?? stored].flat();
  return <input type="hidden" name="revision" value={revision || "0"} />;
}

/** Several values of a field have no order: what was only moved is not shown. */
function keyOf(values: FormValues, field: ComparedField): string {
  const rows = rowsOf(values, field).map((row) => JSON.stringify(row));
  return rows.sort().join();
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
