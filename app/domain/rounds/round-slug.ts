/** A part of an address made from a title: letters a-z, figures and hyphens, 2 to 70 characters. */
export function slugOf(title: string, otherwise: string): string {
  const slug = title
    .replace(/[đĐ]/g, "dj")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 70)
    .replace(/-+$/, "");
  return slug.length >= 2 ? slug : otherwise;
}

/** The slug, or the first of `slug-2`, `slug-3` ... that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let nth = 2; ; nth++) if (!taken.has(`${slug}-${nth}`)) return `${slug}-${nth}`;
}
