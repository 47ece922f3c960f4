import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { AwaitedContributionView, AwaitedRequestView } from "#app/views/home/awaited-view.ts";

/** Own contributions to complete. */
export function AwaitedContributions({ contributions }: { contributions: readonly AwaitedContributionView[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {contributions.map(({ number, kind, status, title, lang, group, since }) => (
        <ListItem
          key={number}
          kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
          number={number}
          facts={
            <>
              {group ? <Words {...group} /> : null}
              {textOf(t, `codes.status.${status}`)}
              {since ? t(status === "captured" ? "home.captured" : "home.changed", { when: since }) : null}
            </>
          }
          title={title || t("sessions.untitled")}
          lang={title ? (lang ?? undefined) : undefined}
          href={paths.contributionEdit(number)}
          side={
            <LinkButton small href={paths.contributionEdit(number)} about={number}>
              {t("home.complete")}
            </LinkButton>
          }
        />
      ))}
    </ul>
  );
}

/** Wishes to share more widely that wait for a decision. */
export function AwaitedRequests({ requests }: { requests: readonly AwaitedRequestView[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {requests.map(({ requestId, number, kind, title, lang, toLevel, asked, group }) => (
        <ListItem
          key={requestId}
          kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
          number={number}
          facts={
            <>
              {group ? <Words {...group} /> : null}
              {t("home.asked", { when: asked })}
            </>
          }
          title={title}
          lang={lang ?? undefined}
          href={paths.sharingRequest(requestId)}
          why={t("home.wouldReach", { level: textOf(t, `codes.sharing.${toLevel}`) })}
          side={
            <LinkButton small href={paths.sharingRequest(requestId)} about={number}>
              {t("home.decide")}
            </LinkButton>
          }
        />
      ))}
    </ul>
  );
}
