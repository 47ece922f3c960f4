import { useEffect, useRef, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { Field, type FieldFrame } from "#app/ui/base/Field.tsx";
import { attachWordPaste } from "#app/ui/forms/word-paste.ts";

export type MarkdownFieldProps = FieldFrame & {
  defaultValue?: string;
  rows?: number;
  lang?: string;
  maxLength?: number;
};

/**
 * A long text in Markdown; what is pasted from a word processor keeps its headings, lists and tables, and the signs
 * that stand for them are explained.
 */
export function MarkdownField({ defaultValue, rows = 5, lang, maxLength, ...frame }: MarkdownFieldProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPasted, setPasted] = useState(false);
  useEffect(() => (area.current ? attachWordPaste(area.current, () => setPasted(true)) : undefined), []);
  return (
    <Field {...frame}>
      {(control) => (
        <>
          <textarea
            className="input"
            ref={area}
            rows={rows}
            lang={lang}
            maxLength={maxLength}
            defaultValue={defaultValue}
            {...control}
          />
          <p className={isPasted ? "hint" : "visually-hidden"} role="status">
            {isPasted ? t("knowledge.pasted") : null}
          </p>
        </>
      )}
    </Field>
  );
}
