import { useEffect, useRef } from "react";
import { Field, type FieldFrame } from "#app/ui/base/Field.tsx";
import { attachWordPaste } from "#app/ui/forms/word-paste.ts";

export type MarkdownFieldProps = FieldFrame & {
  defaultValue?: string;
  rows?: number;
  lang?: string;
  maxLength?: number;
};

/** A long text in Markdown; what is pasted from a word processor keeps its headings, lists and tables. */
export function MarkdownField({ defaultValue, rows = 5, lang, maxLength, ...frame }: MarkdownFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (area.current ? attachWordPaste(area.current) : undefined), []);
  return (
    <Field {...frame}>
      {(control) => (
        <textarea
          className="input"
          ref={area}
          rows={rows}
          lang={lang}
          maxLength={maxLength}
          defaultValue={defaultValue}
          {...control}
        />
      )}
    </Field>
  );
}
