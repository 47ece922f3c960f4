import type { CommuniqueFacts } from "#app/domain/news/find-news.server.ts";
import type { PageText } from "#app/domain/news/page-files.server.ts";
import { type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { sure } from "#app/sure.ts";
import { type TextView, textView } from "#app/views/news/text-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What every page says of a communiqué. */
export interface CommuniqueHeading {
  slug: string;
  /** Day, "2020-11-06". */
  date: string;
  /** "6 November 2020" */
  day: string;
  /** Name of the working group it reports on, if it is one of this installation. */
  group: ShownLabel | null;
}

/** A communiqué in a list. Where it is not there in the viewer's language, its title stands in one it is there in. */
export interface CommuniqueInList extends CommuniqueHeading {
  language: LanguageCode;
  title: string;
  /** Empty where it is not there in the viewer's language. */
  summary: string;
  /** All languages it can be read in, in the order of pickers. */
  languages: LanguageCode[];
}

/** Writes a communiqué for a list. */
export function communiqueInList(communique: CommuniqueFacts, viewer: Viewer): CommuniqueInList {
  const { text, languages } = textView(communique.texts, viewer);
  const language = text ? viewer.locale : sure(languages[0]);
  const { title, summary } = text ?? (communique.texts.get(language) as PageText);
  return { ...heading(communique, viewer), language, title, summary: text ? summary : "", languages };
}

/** Writes a communiqué to read. */
export function communiqueView(communique: CommuniqueFacts, viewer: Viewer): CommuniqueHeading & TextView {
  return { ...heading(communique, viewer), ...textView(communique.texts, viewer) };
}

function heading({ slug, date, group }: CommuniqueFacts, { locale, formats }: Viewer): CommuniqueHeading {
  return { slug, date, day: formats.dateRange(date, date), group: group && shownLabel(group, locale) };
}
