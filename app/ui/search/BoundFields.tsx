import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { evidenceStages, hasCodes } from "#app/domain/codes.ts";
import type { FilterChoices } from "#app/domain/search/query/filter-choices.server.ts";
import type { ActiveFilter } from "#app/domain/search/search.server.ts";
import { languageCodes, selfNames } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Choice } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { DateField } from "#app/ui/base/TextField.tsx";
import { firstDay } from "#app/ui/search/search-address.ts";

/** Filters that these fields hold; `date` is only typed. */
export const fieldNames = [
  ...(["after", "before", "evidence", "status", "lang", "has"] as const),
  ...(["group", "phase", "target", "attribution"] as const),
];

/** Filters whose lists are data, in the order in which they are shown. */
const listedNames = ["group", "phase", "target", "attribution"] as const;

/** What is always offered; anything else shows while it is in force. */
const offered: readonly string[] = ["translation", "references"];

/** Filters without counts: when a record was submitted, how far it is proved, what it is filed under and has. */
export function BoundFields({ active, choices }: { active: readonly ActiveFilter[]; choices: FilterChoices }) {
  const t = useText();
  const valuesOf = (name: (typeof fieldNames)[number]) =>
    active.filter((filter) => filter.name === name).map(({ value }) => value);
  // Several dates narrow each other: the latest beginning and the earliest end say the same alone.
  const after = valuesOf("after").map(firstDay).sort().at(-1);
  const before = valuesOf("before").map(firstDay).sort()[0];
  const has = valuesOf("has");
  return (
    <>
      <fieldset>
        <legend>{t("search.bounds.submitted")}</legend>
        <div>
          <DateField key={`after ${after}`} name="after" label={t("search.bounds.after")} defaultValue={after} />
          <DateField key={`before ${before}`} name="before" label={t("search.bounds.before")} defaultValue={before} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("search.bounds.evidence")}</legend>
        <div>
          <StageField inForce={active.filter(({ name }) => name === "evidence")} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("search.bounds.review")}</legend>
        <div>
          <ListField
            name="status"
            label={t("search.bounds.status")}
            options={submittedStatuses.map((code) => ({ value: code, label: t(`codes.status.${code}`) }))}
            inForce={active.filter(({ name }) => name === "status")}
          />
          <ListField
            name="lang"
            label={t("search.bounds.lang")}
            options={languageCodes.map((code) => ({ value: code, label: selfNames[code] }))}
            inForce={active.filter(({ name }) => name === "lang")}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("search.bounds.filed")}</legend>
        <div>
          {listedNames.map((listed) => (
            <ListField
              key={listed}
              name={listed}
              label={t(`search.bounds.${listed}`)}
              options={choices[listed]}
              inForce={active.filter(({ name }) => name === listed)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("search.bounds.has")}</legend>
        <div>
          {hasCodes
            .filter((code) => offered.includes(code) || has.includes(code))
            .map((code) => (
              <Choice
                key={`${code} ${has.includes(code)}`}
                type="checkbox"
                id={`f-has-${code}`}
                name="has"
                value={code}
                defaultChecked={has.includes(code)}
                label={t(`codes.has.${code}`)}
              />
            ))}
        </div>
      </fieldset>
    </>
  );
}

interface ListFieldProps {
  name: (typeof fieldNames)[number];
  label: string;
  options: readonly { value: string; label: string }[];
  inForce: readonly ActiveFilter[];
}

/** One of a list; of several that were typed, all of them together. */
function ListField({ name, label, options, inForce }: ListFieldProps) {
  const t = useText();
  const value = inForce.map((filter) => filter.value).join(",");
  const isListed = value === "" || options.some((option) => option.value === value);
  const typed = { value, label: inForce.map((filter) => filter.label).join(", ") };
  return (
    <SelectField
      key={value}
      name={name}
      label={label}
      placeholder={t("search.bounds.anyStage")}
      options={isListed ? options : [typed, ...options]}
      defaultValue={value}
    />
  );
}

/** "At least" each stage, and what was typed where that is something else. */
function StageField({ inForce }: { inForce: readonly ActiveFilter[] }) {
  const t = useText();
  const highest = Math.max(...evidenceStages);
  const options = evidenceStages.slice(1).map((stage) => {
    const meaning = t(`codes.evidence.${stage}`);
    return stage === highest
      ? { value: `${stage}`, label: `${stage}: ${meaning}` }
      : { value: `>=${stage}`, label: t("search.bounds.stageOrHigher", { stage, meaning }) };
  });
  const value = inForce.map((filter) => filter.value).join(",");
  if (value !== "" && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: inForce.map(({ label }) => label).join(", ") });
  }
  return (
    <SelectField
      key={value}
      name="evidence"
      label={t("search.bounds.stage")}
      placeholder={t("search.bounds.anyStage")}
      options={options}
      defaultValue={value}
    />
  );
}
