import { useText } from "#app/i18n/TextContext.tsx";

/** The way to take out what was made by mistake, or to offer it no longer. */
export function FateLink({ href }: { href: string }) {
  const t = useText();
  return (
    <p>
      <a href={href}>{t("admin.fateLink")}</a>
    </p>
  );
}
