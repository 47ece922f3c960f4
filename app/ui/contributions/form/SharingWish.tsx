import { sharingLevels } from "#app/domain/codes.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** How far it should be heard; everything starts with the delegation, and it decides about more. */
export function SharingWish({ fields, speaks }: { fields: ReturnType<typeof fieldsOf>; speaks: boolean }) {
  const t = useText();
  const { defaultValue, ...frame } = fields.field("wantedSharing");
  return (
    <ChoiceGroup
      type="radio"
      {...frame}
      defaultValue={defaultValue || "bilateral"}
      legend={t("knowledge.wantedSharing")}
      hint={speaks ? t("knowledge.wantedSharingSpeaker") : t("knowledge.wantedSharingHint")}
      options={sharingLevels.map((level) => ({
        value: level,
        label: <SharingBars level={level}>{t(`codes.sharing.${level}`)}</SharingBars>,
      }))}
    />
  );
}
