import type { ReferenceHit } from "#app/domain/references/reference-source.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { HitRowProps } from "#app/ui/search/HitList.tsx";
import { MarkedText } from "#app/ui/search/MarkedText.tsx";

/** A reference among the results; `recognised` says that the query gave its number. */
export function ReferenceHitRow({ hit, recognised, as }: HitRowProps<ReferenceHit>) {
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
