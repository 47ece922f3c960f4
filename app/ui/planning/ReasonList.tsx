import type { ReasonView } from "#app/views/planning/reason-text.server.ts";

/** Why there is no timetable, sentence by sentence. */
export function ReasonList({ reasons }: { reasons: readonly ReasonView[] }) {
  return (
    <ul className="rows mb-5">
      {reasons.map(({ text, rules }) => (
        <li key={text}>
          {text}
          {rules.length > 0 ? (
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
