import type { ContributionHit } from "#app/domain/knowledge/contribution-hits.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Text, textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { HitRowProps } from "#app/ui/search/HitList.tsx";
import { MarkedText } from "#app/ui/search/MarkedText.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** A contribution among the results. */
export function ContributionHitRow({ hit, href }: HitRowProps<ContributionHit>) {
  const t = useText();
  const { locale } = useShell();
  const foreign = hit.language !== locale;
  const code = hit.language as LanguageCode | null;
  return (
    <ListItem
      kind={{ code: hit.kind, label: t(`codes.kind.${hit.kind}`) }}
      number={hit.number}
      title={<MarkedText {...hit.title} />}
      href={href ?? paths.contribution(hit.number, foreign ? (code ?? undefined) : undefined)}
      summary={hit.snippet.text ? <MarkedText {...hit.snippet} /> : null}
      lang={foreign ? hit.tag : undefined}
      langLabel={foreign && code ? languages[code].selfName : undefined}
      facts={[
        hit.beneficiary ?? t("search.notAttributed"),
        hit.provenance === "machine" ? <b key="machine">{t("search.machine")}</b> : null,
      ]}
      why={whyOf(hit, t)}
    />
  );
}

function whyOf(hit: ContributionHit, t: Text): string {
  return [
    textOf(t, `codes.status.${hit.status}`),
    t(`search.shared.${hit.sharing}`),
    hit.evidenceStage === null ? null : t("search.evidenceStage", { stage: hit.evidenceStage }),
    ...hit.why.map((why) => t(why.key, why.params)),
  ]
    .filter(Boolean)
    .join(", ");
}
