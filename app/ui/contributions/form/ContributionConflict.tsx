import type { ContributionFormData } from "#app/domain/knowledge/find-form.server.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { differingFields, inWords } from "#app/ui/contributions/form/conflict-values.ts";
import { fieldLabels } from "#app/ui/contributions/form/field-labels.ts";

/** What somebody else saved meanwhile, field by field, where it differs from what was typed here. */
export function ContributionConflict({ answer, form }: { answer?: FormAnswer; form: ContributionFormData }) {
  const t = useText();
  if (!answer?.current) return null;
  const labels = fieldLabels(t, form.kind);
  const differing = differingFields(answer.current, answer.values).filter(({ name }) => labels[name]);
  return (
    <div className="stack mb-5">
      <Notice tone="warn" title={t("knowledge.conflictTitle")}>
        {t("knowledge.conflictText")}
      </Notice>
      <FactList
        ruled
        items={differing.map(({ name, values }) => ({
          term: labels[name],
          details: values.map((value) => inWords(t, form, name, value)).join("; ") || t("knowledge.emptyNow"),
        }))}
      />
    </div>
  );
}
