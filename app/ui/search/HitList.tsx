import type { ContributionHit, Hit, ReferenceHit } from "#app/domain/search/results/describe-hits.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Text, textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { MarkedText } from "#app/ui/search/MarkedText.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** What was found, best first. */
export function HitList({ hits, hrefOf }: { hits: readonly Hit[]; hrefOf?: (hit: ContributionHit) => string }) {
  return (
    <ol className="rows hit">
      {hits.map((hit) =>
        hit.recordType === "reference" ? (
          <ReferenceRow key={hit.id} hit={hit} />
        ) : (
          <ContributionRow key={hit.id} hit={hit} href={hrefOf?.(hit)} />
        ),
      )}
    </ol>
  );
}

function ContributionRow({ hit, href }: { hit: ContributionHit; href?: string }) {
  const t = useText();
  const { locale } = useShell();
  const foreign = hit.language !== locale;
  const language = languages[hit.language as LanguageCode];
  return (
    <ListItem
      kind={{ code: hit.kind, label: t(`codes.kind.${hit.kind}`) }}
      number={hit.number}
      title={<MarkedText {...hit.title} />}
      href={href ?? paths.contribution(hit.number, foreign ? hit.language : undefined)}
      summary={hit.snippet.text ? <MarkedText {...hit.snippet} /> : null}
      lang={foreign ? language?.tag : undefined}
      langLabel={foreign ? language?.selfName : undefined}
      facts={[
        hit.beneficiary ?? t("search.notAttributed"),
        hit.provenance === "machine" ? <b key="machine">{t("search.machine")}</b> : null,
      ]}
      why={whyOf(hit, t)}
    />
  );
}

/** A reference among the results; `recognised` says that the query gave its number. */
export function ReferenceRow({ hit, recognised, as }: { hit: ReferenceHit; recognised?: boolean; as?: "div" }) {
  const t = useText();
  return (
    <ListItem
      as={as}
      kind={{ code: "reference", label: t("search.kind.reference") }}
      title={<MarkedText {...hit.title} />}
      href={paths.reference(hit.id)}
      summary={hit.snippet.text ? <MarkedText {...hit.snippet} /> : null}
      lang="en"
      facts={[
        hit.number,
        recognised ? t("search.recognisedInQuery") : null,
        hit.superseded ? <b key="superseded">{t("search.superseded")}</b> : null,
        hit.verified ? null : t("search.unverified"),
      ]}
      why={[t("search.citedBy", { count: hit.citedBy }), ...hit.why.map((why) => t(why.key, why.params))].join("; ")}
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
