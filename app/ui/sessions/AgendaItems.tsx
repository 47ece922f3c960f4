import { type FormEvent, useState } from "react";
import { LENGTH_PREFIX, lengthField, lengthsOf } from "#app/domain/sessions/agenda-lengths.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Button, IconButton, LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { FieldError } from "#app/ui/base/FieldError.tsx";
import { describedBy, fieldId } from "#app/ui/base/field-id.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { movedTo, useMoveAnnounced } from "#app/ui/sessions/moved-item.ts";
import type { AgendaEditView } from "#app/views/sessions/agenda-view.server.ts";

export interface AgendaItemsProps {
  sessionId: string;
  agenda: AgendaEditView;
  answer?: FormAnswer;
}

type Item = AgendaEditView["items"][number];

/** The items of an agenda in their order, with one form for all their lengths and an arrow up and down for each. */
export function AgendaItems({ sessionId, agenda, answer }: AgendaItemsProps) {
  const t = useText();
  const { items } = agenda;
  useMoveAnnounced(items);
  const stored = lengthsOf(items);
  const { field } = fieldsOf(answer, stored);
  const { lengthNow, changed } = useLengths((name) => field(name).defaultValue ?? "");
  const total = items.filter(({ internal }) => !internal).reduce((sum, { id }) => sum + lengthNow(lengthField(id)), 0);
  const sum = t("sessions.minutesOf", { total, length: agenda.length });
  if (items.length === 0) {
    return (
      <Section id="items" title={t("agenda.items")}>
        <Empty title={t("sessions.noAgenda")}>{t("agenda.emptyText")}</Empty>
      </Section>
    );
  }
  return (
    <Section id="items" title={t("agenda.items")} note={sum}>
      <DeedForm
        answer={answer}
        action={paths.agenda(sessionId)}
        className=""
        names={Object.fromEntries(
          items.map(({ id, title }) => [lengthField(id), t("agenda.lengthOf", { item: title })]),
        )}
        compared={{ stored }}
      >
        <ol className="order" onChange={changed}>
          {items.map((item, at) => {
            const { defaultValue, error, name } = field(lengthField(item.id));
            return (
              <li key={item.id}>
                <div>
                  <a href={paths.agendaItem(sessionId, item.id)} className="strong" lang={agenda.lang}>
                    {item.title}
                  </a>
                  <FactLine>
                    {item.start ?? t("sessions.aside")}
                    {item.kind.label}
                    {item.internal ? <Badge icon="lock">{t("codes.visibility.internal")}</Badge> : null}
                  </FactLine>
                </div>
                <div className="length">
                  <label htmlFor={fieldId(name)} className="visually-hidden">
                    {t("agenda.lengthOf", { item: item.title })}
                  </label>
                  <input
                    // Another value comes with what was saved, here or by somebody else: the field is made anew.
                    key={defaultValue}
                    className="input"
                    id={fieldId(name)}
                    name={name}
                    defaultValue={defaultValue}
                    inputMode="numeric"
                    maxLength={3}
                    aria-describedby={describedBy(fieldId(name), false)}
                    aria-invalid={error ? true : undefined}
                  />
                  <span aria-hidden="true">{t("sessions.minutesUnit")}</span>
                </div>
                <ItemButtons sessionId={sessionId} item={item} first={at === 0} last={at === items.length - 1} />
                <FieldError id={fieldId(name)}>{error}</FieldError>
              </li>
            );
          })}
        </ol>
        <div className="stack mt-4">
          <div role="status">
            <Difference sum={sum} left={agenda.length - total} />
          </div>
          <div className="actions">
            <Button>{t("agenda.saveLengths")}</Button>
          </div>
        </div>
      </DeedForm>
      {items.map(({ id }) => (
        <DeedForm key={id} id={moveForm(id)} action={paths.agendaItemPosition(sessionId, id)} className="" isUntyped />
      ))}
    </Section>
  );
}

/** How long each item is as its field says now; what is no number counts nothing. */
function useLengths(shown: (name: string) => string) {
  const [typed, setTyped] = useState<Readonly<Record<string, { value: string; insteadOf: string }>>>({});
  return {
    lengthNow: (name: string): number => {
      const now = typed[name];
      return Number(now && now.insteadOf === shown(name) ? now.value : shown(name)) || 0;
    },
    changed: ({ target }: FormEvent) => {
      const { name, value } = target as HTMLInputElement;
      if (name.startsWith(LENGTH_PREFIX)) setTyped({ ...typed, [name]: { value, insteadOf: shown(name) } });
    },
  };
}

/** What the lengths make together, beside the length of the session. */
function Difference({ sum, left }: { sum: string; left: number }) {
  const t = useText();
  if (left < 0) {
    return (
      <Notice tone="warn" title={t("sessions.tooLong", { count: -left })}>
        {t("sessions.tooLongText")}
      </Notice>
    );
  }
  return (
    <p className="hint">
      {sum}. {left > 0 ? t("agenda.left", { count: left }) : null}
    </p>
  );
}

/** The form of the arrows of an item, which stand in the form of the lengths. */
function moveForm(itemId: string): string {
  return `move-${itemId}`;
}

function ItemButtons({
  sessionId,
  item,
  first,
  last,
}: {
  sessionId: string;
  item: Item;
  first: boolean;
  last: boolean;
}) {
  const t = useText();
  return (
    <div className="moves">
      <IconButton
        icon="arrow-up"
        form={moveForm(item.id)}
        id={first ? undefined : movedTo(last ? "down" : "up", item.id)}
        name="direction"
        value="up"
        label={t("agenda.moveUp", { item: item.title })}
        disabled={first}
      />
      <IconButton
        icon="arrow-down"
        form={moveForm(item.id)}
        id={last ? undefined : movedTo(first ? "up" : "down", item.id)}
        name="direction"
        value="down"
        label={t("agenda.moveDown", { item: item.title })}
        disabled={last}
      />
      <LinkButton small href={paths.agendaItemRemoval(sessionId, item.id)} about={item.title}>
        {t("agenda.remove")}
      </LinkButton>
    </div>
  );
}
