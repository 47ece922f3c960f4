import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { CaptureView } from "#app/views/sessions/capture-view.ts";
import type { SessionView } from "#app/views/sessions/session-view.server.ts";

/** What was captured in a session, under which item. */
export function Captures({ session, captures }: { session: SessionView; captures: readonly CaptureView[] }) {
  const t = useText();
  const post = paths.newContribution({ session: session.id });
  if (captures.length === 0) {
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
        {captures.map((capture) => (
          <Row key={capture.number} capture={capture} />
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

function Row({ capture }: { capture: CaptureView }) {
  const t = useText();
  const { number, kind, status, title, tag, selfName, item, toComplete } = capture;
  return (
    <ListItem
      kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
      number={number}
      title={title || t("sessions.untitled")}
      href={toComplete ? paths.contributionEdit(number) : paths.contribution(number)}
      lang={tag ?? undefined}
      langLabel={selfName ?? undefined}
      facts={t(`codes.status.${status}`)}
      why={item ? t("sessions.underItem", { item }) : undefined}
    />
  );
}
