import type { MetaDescriptor } from "@remix-run/node";
import type { PublicAddress } from "#app/http/localised-page.server.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

/** `meta` of a public route whose loader returns `title`, `description` and a `PublicAddress` as `address`. */
export function publicMeta({ data }: { data?: unknown }): MetaDescriptor[] {
  const { publicAt } = (data ?? {}) as { publicAt?: PublicAddress };
  if (!publicAt) return titleMeta({ data });
  return [
    ...titleMeta({ data }),
    { tagName: "link", rel: "canonical", href: publicAt.canonical },
    ...publicAt.alternates.map(({ language, href }) => ({
      tagName: "link" as const,
      rel: "alternate",
      hrefLang: language,
      href,
    })),
  ];
}
