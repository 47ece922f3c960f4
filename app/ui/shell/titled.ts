import type { MetaDescriptor } from "@remix-run/node";

/** `meta` of a route whose loader returns a finished `title` and perhaps a `description`. */
export function titled({ data }: { data?: unknown }): MetaDescriptor[] {
  const { title, description } = (data ?? {}) as { title?: string; description?: string };
  const tags: MetaDescriptor[] = [{ title: title ? `${title} - Zbornik` : "Zbornik" }];
  if (description) tags.push({ name: "description", content: description });
  return tags;
}
