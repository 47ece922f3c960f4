import type { Kind } from "#app/domain/codes.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Dl } from "#app/ui/base/Dl.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { fieldLabels } from "#app/ui/knowledge/field-labels.ts";

/** What somebody else saved meanwhile, field by field, where it differs from what was typed here. */
export function ConflictNotice({ answer, kind }: { answer?: FormAnswer; kind: Kind }) {
  const t = useText();
  if (!answer?.current) return null;
  const labels = fieldLabels(t, kind);
  const differing = Object.entries(answer.current).filter(
    ([name, text]) => labels[name] && text !== [answer.values[name] ?? ""].flat().join(", "),
  );
  return (
    <div className="stack mb-5">
      <Notice tone="warn" title={t("knowledge.conflictTitle")}>
        {t("knowledge.conflictText")}
      </Notice>
      <Dl
        ruled
        items={differing.map(([name, text]) => ({ term: labels[name], details: text || t("knowledge.emptyNow") }))}
      />
    </div>
  );
}
