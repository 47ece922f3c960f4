import { useText } from "#app/i18n/TextContext.tsx";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { ReadAt } from "#app/views/contributions/citation-view.ts";
import type { HandoutView } from "#app/views/contributions/handout-view.ts";

/** How a record is quoted: names as far as they are told to everybody, title, number, where and when it was read. */
export function Citation({ record, cite }: { record: HandoutView; cite: ReadAt }) {
  const t = useText();
  const { authors, group, year, title, number } = record.citation;
  const before = authors.map((author) => `${author}, `).join("");
  const accessed = cite.accessedOn ? ` (${t("knowledge.accessedOn", { day: cite.accessedOn })})` : "";
  const whole = `${before}${group.text} (${year}): ${title}. ${number}. Zbornik. ${cite.address}${accessed}`;
  return (
    <div className="stack minor">
      <p>
        {before}
        <Words {...group} /> ({year}): <span lang={record.language.tag}>{title}</span>.{" "}
        <span className="number">{number}</span>. Zbornik. {cite.address}
        {accessed}
      </p>
      <div className="no-print">
        <CopyButton value={whole} small>
          {t("knowledge.copyCitation")}
        </CopyButton>
      </div>
    </div>
  );
}
