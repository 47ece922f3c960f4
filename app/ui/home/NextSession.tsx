import type { Answer } from "#app/domain/codes.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { SessionInList } from "#app/views/sessions/session-in-list.server.ts";

/** The one thing on the first page that speaks louder: the next session. */
export function NextSession({
  session,
  gathers,
  showGroup,
  ownAnswer,
}: {
  session: SessionInList;
  /** Whether people gather for it, or it goes on: then its live page is one step away. */
  gathers: boolean;
  showGroup: boolean;
  ownAnswer: Answer | null;
}) {
  const t = useText();
  const { yours, consultants, interpreter } = session;
  return (
    <div className="lead">
      <div>
        <p className="lead-when">
          <time dateTime={session.startsAt}>{session.date}</time>, <span className="nowrap">{session.time}</span>
        </p>
        <p className="lead-what">
          <a href={paths.session(session.id)}>{session.title}</a>
        </p>
        <FactLine className="mt-2">
          {session.zone}
          {yours ? t("sessions.yours", { time: yours.time, zone: yours.zone }) : null}
          {showGroup ? <Words {...session.group} /> : null}
        </FactLine>
        <FactLine className="mt-2">
          {consultants.length > 0 ? t("home.consultants", { names: consultants.join(", ") }) : null}
          {t("sessions.inLanguage", { language: session.language })}
          {interpreter ? t("sessions.withInterpreter", { name: interpreter }) : null}
        </FactLine>
        {ownAnswer ? (
          <FactLine className="mt-2">
            {t("answers.given", { answer: t(`answers.choice.${ownAnswer}`) })}
            <a href={`${paths.session(session.id)}#answer`}>{t("answers.change")}</a>
          </FactLine>
        ) : null}
      </div>
      <div className="cluster">
        {session.joinLink ? (
          <LinkButton variant="primary" icon="video" href={session.joinLink} rel="noopener noreferrer">
            {t("sessions.join")}
          </LinkButton>
        ) : null}
        {gathers ? (
          <LinkButton icon="clock" href={paths.live(session.id)}>
            {t("live.open")}
          </LinkButton>
        ) : null}
        <LinkButton href={paths.session(session.id)}>{t("home.toAgenda")}</LinkButton>
        {session.joinLink ? null : <span className="soft minor">{t("home.noJoinLink")}</span>}
      </div>
    </div>
  );
}
