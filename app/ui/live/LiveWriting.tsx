import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { BaseField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** The minutes of one item while they are written: of the one that was chosen, else of the one spoken about. */
export function LiveWriting({ live, writing }: { live: LiveView; writing: string | null }) {
  const t = useText();
  const { items, course, lang, session } = live;
  const item = items.find(({ id }) => id === (writing ?? course.itemId)) ?? items[0];
  if (!item) return null;
  const revision = String(item.revision);
  return (
    <Section
      id="writing"
      title={t("live.writing")}
      note={
        <span lang={lang} key={item.id}>
          {item.title}
        </span>
      }
    >
      <DeedForm key={item.id} action={paths.minutesItem(session.id, item.id)} className="stack" isUntyped>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="from" value={revision} />
        <input type="hidden" name="back" value="live" />
        <BaseField stored={{ body: item.body ?? "", revision }} />
        <TextareaField
          name="body"
          label={t("live.minutesOf", { item: item.title })}
          hint={t("live.bodyHint")}
          defaultValue={item.body ?? ""}
          lang={lang}
          rows={8}
          maxLength={minutesLimits.body}
        />
        <div className="actions">
          <Button>{t("common.save")}</Button>
        </div>
      </DeedForm>
    </Section>
  );
}
