import type { AwaitedRecord, AwaitedRequest } from "#app/domain/home/what-awaits.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkBtn } from "#app/ui/base/Btn.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { Rec } from "#app/ui/base/Rec.tsx";

/** Own records to complete. */
export function AwaitedRecords({ records }: { records: readonly AwaitedRecord[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {records.map(({ number, kind, status, title, lang }) => (
        <Rec
          key={number}
          kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
          number={number}
          facts={textOf(t, `codes.status.${status}`)}
          title={title || t("sessions.untitled")}
          lang={title ? (lang ?? undefined) : undefined}
          href={paths.contributionEdit(number)}
          side={
            <LinkBtn small href={paths.contributionEdit(number)} about={number}>
              {t("home.complete")}
            </LinkBtn>
          }
        />
      ))}
    </ul>
  );
}

/** Wishes to share more widely that wait for a decision. */
export function AwaitedRequests({ requests }: { requests: readonly AwaitedRequest[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {requests.map(({ requestId, number, kind, title, lang, toLevel, asked }) => (
        <Rec
          key={requestId}
          kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
          number={number}
          facts={t("home.asked", { when: asked })}
          title={title}
          lang={lang ?? undefined}
          href={paths.sharingRequest(requestId)}
          why={t("home.wouldReach", { level: textOf(t, `codes.sharing.${toLevel}`) })}
          side={
            <LinkBtn small href={paths.sharingRequest(requestId)} about={number}>
              {t("home.decide")}
            </LinkBtn>
          }
        />
      ))}
    </ul>
  );
}
