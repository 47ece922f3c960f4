import type { Gap } from "#app/domain/minutes/questions/find-question.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import type { AnswerView } from "#app/views/minutes/question-view.server.ts";

/** What one delegation has under a question: minutes, decisions, action points, records; or why there is nothing. */
export function Answer({ answer }: { answer: AnswerView }) {
  const t = useText();
  const { name, session, asked, internal, lang, bodyHtml, isFinal, gap } = answer;
  return (
    <li className="stack">
      <h3>{name}</h3>
      <FactLine className="minor">
        <a href={paths.session(session.id)}>{session.when}</a>
        {asked ? (
          <span>
            {t("questions.askedAs")} <span lang={lang}>{asked}</span>
          </span>
        ) : null}
        {internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
        {bodyHtml ? t(isFinal ? "minutes.state.final" : "questions.notFinal") : null}
      </FactLine>
      {gap ? <GapLine gap={gap} /> : null}
      {bodyHtml ? <Prose html={bodyHtml} lang={lang} /> : null}
      <Noted answer={answer} />
    </li>
  );
}

/** A delegation of which nothing is there. */
export function Missing({ name, gap }: { name: string; gap: "no-session" }) {
  return (
    <li className="stack">
      <h3>{name}</h3>
      <GapLine gap={gap} />
    </li>
  );
}

function GapLine({ gap }: { gap: Gap | "no-session" }) {
  const t = useText();
  return (
    <p>
      <Badge icon="gap">{t(`questions.gap.${gap}`)}</Badge>
    </p>
  );
}

function Noted({ answer: { decisions, actions, captures, lang } }: { answer: AnswerView }) {
  const t = useText();
  return (
    <>
      {decisions.map(({ number, text }) => (
        <p key={number}>
          <b>{t("minutes.decisionNumber", { number })}</b> <span lang={lang}>{text}</span>
        </p>
      ))}
      {actions.map((action) => (
        <p key={action.id}>
          <b>{t("questions.action")}</b>{" "}
          <a href={paths.action(action.id)} lang={lang}>
            {action.text}
          </a>{" "}
          <span className="soft">
            {[action.owner, action.dueShort, t(`actions.stateOf.${action.state}`)].filter(Boolean).join(", ")}
          </span>
        </p>
      ))}
      {captures.length > 0 ? (
        <ul className="rows">
          {captures.map(({ number, kind, title, tag, selfName, status }) => (
            <ListItem
              key={number}
              kind={{ code: kind, label: t(`codes.kind.${kind}`) }}
              number={number}
              title={title || t("sessions.untitled")}
              href={paths.contribution(number)}
              lang={tag ?? undefined}
              langLabel={selfName ?? undefined}
              facts={t(`codes.status.${status}`)}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}
