import { isUnfinished } from "#app/domain/access/contribution-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { CaptureView, SessionView } from "#app/views/sessions/session-view.server.ts";

/** What was captured in a session, under which item. */
export function Captures({ session }: { session: SessionView }) {
  const t = useText();
  const post = paths.newContribution({ session: session.id });
  if (session.captures.length === 0) {
    return (
      <Empty
        title={t("sessions.noRecords")}
        action={session.may.post ? <LinkButton href={post}>{t("sessions.postRecord")}</LinkButton> : undefined}
      >
        {t("sessions.noRecordsText")}
      </Empty>
    );
  }
  return (
    <>
      <ul className="rows">
        {session.captures.map((capture) => (
          <Row key={capture.number} capture={capture} session={session} />
        ))}
      </ul>
      {session.may.post ? (
        <div className="actions no-print">
          <LinkButton href={post} icon="plus">
            {t("sessions.postRecord")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

function Row({ capture, session }: { capture: CaptureView; session: SessionView }) {
  const t = useText();
  const { number, kind, status, title, lang, language, itemId, mine } = capture;
  const item = session.agenda.items.find(({ id }) => id === itemId);
  const unfinished = mine && isUnfinished(status);
  return (
    <ListItem
      kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
      number={number}
      title={title || t("sessions.untitled")}
      href={unfinished ? paths.contributionEdit(number) : paths.contribution(number)}
      lang={lang ?? undefined}
      langLabel={language ?? undefined}
      facts={textOf(t, `codes.status.${status}`)}
      why={item ? t("sessions.underItem", { item: item.title }) : undefined}
    />
  );
}
