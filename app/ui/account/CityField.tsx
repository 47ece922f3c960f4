import { useEffect, useRef } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { fieldId } from "#app/ui/base/field-id.ts";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import type { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { CityChoice } from "#app/views/city-choices.ts";
import { cityOfZone } from "#app/views/city-of-zone.ts";

export interface CityFieldProps {
  field: ReturnType<ReturnType<typeof fieldsOf>["field"]>;
  cities: readonly CityChoice[];
}

/**
 * The city whose clock a person reads. Where scripts run and nothing is chosen, the browser's own clock proposes one.
 */
export function CityField({ field, cities }: CityFieldProps) {
  const t = useText();
  const proposed = useRef(false);
  useEffect(() => {
    if (proposed.current) return;
    proposed.current = true;
    const select = document.getElementById(fieldId(field.name));
    if (!(select instanceof HTMLSelectElement) || select.value !== "") return;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const city = cityOfZone(cities, timeZone);
    if (city) select.value = city.value;
  }, [cities, field.name]);
  return (
    <SelectField
      {...field}
      label={t("account.city")}
      hint={t("account.cityHint")}
      placeholder={t("account.cityChoose")}
      options={cities}
      required
    />
  );
}
