import type { ProceedingHit } from "#app/domain/proceedings/proceeding-hits.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { HitRowProps } from "#app/ui/search/HitList.tsx";
import { MarkedText } from "#app/ui/search/MarkedText.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** An agenda item, minutes, a decision or an action point among the results; it leads to its place in the session. */
export function ProceedingHitRow({ hit, href }: HitRowProps<ProceedingHit>) {
  const t = useText();
  const { locale } = useShell();
  const foreign = hit.language !== locale;
  const { place, kind, state } = hit;
  const named = kind === "decision" || kind === "action-point";
  return (
    <ListItem
      kind={{ code: kind, label: named ? t(`search.place.${kind}`, { place: place ?? "" }) : t(`search.kind.${kind}`) }}
      title={<MarkedText {...hit.title} />}
      href={href ?? addressOf(hit)}
      summary={hit.snippet.text ? <MarkedText {...hit.snippet} /> : null}
      lang={foreign ? hit.tag : undefined}
      langLabel={foreign ? languages[hit.language as LanguageCode]?.selfName : undefined}
      facts={[hit.beneficiary ?? t("search.plenary"), hit.day]}
      why={[
        state === null ? null : t(`search.minutes.${state}`),
        hit.internal ? t("search.proceeding.internal") : null,
        hit.cancelled ? t("search.proceeding.cancelled") : null,
        ...hit.why.map((why) => t(why.key, why.params)),
      ]
        .filter(Boolean)
        .join(", ")}
    />
  );
}

function addressOf({ kind, id, sessionId, itemId, place }: ProceedingHit): string {
  // An owner who does not see the session says on a page of its own what became of it.
  if (sessionId === null) return paths.action(id);
  if (kind === "agenda-item") return `${paths.session(sessionId)}#item-${itemId}`;
  const part = { minutes: `item-${itemId}`, decision: `decision-${place}`, "action-point": `action-${id}` }[kind];
  return `${paths.minutes(sessionId)}#${part}`;
}
