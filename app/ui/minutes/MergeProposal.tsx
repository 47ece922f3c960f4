import { type MergedPart, mergedParts } from "#app/domain/minutes/merge-texts.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";

/** What the text would be if both were saved together; where both changed the same lines, what each made of them. */
export function MergeProposal({ answer, lang }: { answer?: FormAnswer; lang: string }) {
  const t = useText();
  const [mine, theirs, begun] = [answer?.values.body, answer?.current?.body, answer?.current?.begun].map(
    (text) => [text ?? ""].flat()[0] ?? "",
  ) as [string, string, string];
  const parts = mergedParts(begun, mine, theirs);
  const clashes = parts.filter((part) => "mine" in part).length;
  return (
    <section aria-labelledby="merged" className="stack">
      <Notice id="merged" title={t("minutes.mergeTitle")}>
        {t("minutes.mergeText")} {clashes > 0 ? t("minutes.mergeClashes", { count: clashes }) : null}
      </Notice>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts never change places
        <Part key={at} part={part} lang={lang} />
      ))}
    </section>
  );
}

function Part({ part, lang }: { part: MergedPart; lang: string }) {
  const t = useText();
  if ("lines" in part) return <Lines lines={part.lines} lang={lang} />;
  return (
    <dl className="merge-clash">
      <dt>{t("minutes.mergeTheirs")}</dt>
      <dd>
        <Lines lines={part.theirs} lang={lang} />
      </dd>
      <dt>{t("minutes.mergeMine")}</dt>
      <dd>
        <Lines lines={part.mine} lang={lang} />
      </dd>
    </dl>
  );
}

function Lines({ lines, lang }: { lines: readonly string[]; lang: string }) {
  const t = useText();
  if (lines.length === 0) return <span className="soft">{t("common.emptyNow")}</span>;
  return (
    <div className="pre" lang={lang}>
      {lines.join("\n")}
    </div>
  );
}
