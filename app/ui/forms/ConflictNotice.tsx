import type { ReactNode } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";

export interface StoredField {
  name: string;
  label: ReactNode;
  /** The stored value in words; without it as it stands. */
  words?: (value: string) => ReactNode;
}

/** What somebody else saved while this form was open, where it differs from what was typed here. */
export function ConflictNotice({ answer, fields }: { answer?: FormAnswer; fields: readonly StoredField[] }) {
  const t = useText();
  const current = answer?.current;
  if (!current) return null;
  const other = fields.filter(({ name }) => current[name] !== undefined && current[name] !== typed(answer, name));
  return (
    <Notice tone="warn" title={t("sessions.storedMeanwhile")} className="mb-5">
      <FactList
        className="mt-2"
        items={other.map(({ name, label, words }) => {
          const value = current[name] ?? "";
          return { term: label, details: (words ? words(value) : value) || t("sessions.nothing") };
        })}
      />
    </Notice>
  );
}

/** The revision a form is sent with: the one it was filled in from, or after a conflict the one that was shown. */
export function revisionOf(answer: FormAnswer | undefined, stored: string): string {
  if (!answer) return stored;
  return answer.current?.revision ?? String(answer.values.revision ?? stored);
}

function typed(answer: FormAnswer, name: string): string {
  const value = answer.values[name] ?? "";
  return Array.isArray(value) ? value.join(",") : value;
}
