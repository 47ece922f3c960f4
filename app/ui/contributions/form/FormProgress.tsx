import type { Kind } from "#app/domain/codes.ts";
import { sectionField, templates } from "#app/domain/knowledge/templates.ts";
import type { FormValues } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Steps } from "#app/ui/base/Steps.tsx";

/** The sections of the full form with what is done and what is still asked; links to each. */
export function FormProgress({ values, kind, isDraft }: { values: FormValues; kind: Kind; isDraft: boolean }) {
  const t = useText();
  const has = (name: string) => [values[name] ?? ""].flat().some((value) => value !== "");
  const { main } = templates[kind];
  const parts = [
    { id: "part-short", text: t("knowledge.partShort"), done: has("title") && has("summary") },
    { id: "part-text", text: t("knowledge.partText"), done: has(main === "body" ? "body" : sectionField(main)) },
    { id: "part-place", text: t("knowledge.partPlace"), done: has("phase") && has("themes") },
    { id: "part-points", text: t("knowledge.partPoints"), done: has("referenceId") || has("linkNumber") },
    { id: "part-source", text: t("knowledge.partWho"), done: has("attribution") },
  ];
  return (
    <Steps
      label={isDraft ? t("knowledge.progress") : t("knowledge.parts")}
      doneWord={t("knowledge.done")}
      steps={parts.map(({ id, text, done }) => ({ text, href: `#${id}`, state: done ? "done" : "ahead" }))}
    />
  );
}
