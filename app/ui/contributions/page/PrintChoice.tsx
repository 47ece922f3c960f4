import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** What is printed of a record that tells this viewer more than others: what others read, or all of it. */
export function PrintChoice({ record, printsMine }: { record: ContributionView; printsMine: boolean }) {
  const t = useText();
  const { number, language } = record;
  const address = paths.contribution(number, language.language, printsMine ? null : "mine");
  return (
    <p className="minor no-print">
      {printsMine ? t("knowledge.printsMine") : t("knowledge.printsHandout")}{" "}
      <a href={address}>{printsMine ? t("knowledge.printHandout") : t("knowledge.printMine")}</a>
    </p>
  );
}
