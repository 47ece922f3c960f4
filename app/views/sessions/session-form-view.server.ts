import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import type {
  NewSessionOptions,
  PeopleOptions,
  PersonOption,
  SessionOptions,
} from "#app/domain/sessions/find-session-form.server.ts";
import type { TemplateFacts } from "#app/domain/sessions/find-templates.server.ts";
import { languageTaken } from "#app/domain/sessions/template-language.ts";
import { label } from "#app/i18n/labels.ts";
import { languageCodes } from "#app/i18n/languages.ts";
import { sure } from "#app/sure.ts";
import { clockOfRound } from "#app/views/rounds/round-clock.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Somebody who can be ticked, with what stands below the name. */
export interface PersonChoice {
  id: string;
  name: string;
  institution: string | null;
}

/** What both forms of a session offer. */
export interface SessionChoices {
  round: { id: string; title: string; startsOn: string; endsOn: string; zone: string };
  delegates: PersonChoice[];
  consultants: PersonChoice[];
  interpreters: PersonChoice[];
  /** Whom to wait for, where a consultant can still be invited. */
  awaited?: AwaitedConsultants;
}

/** Consultants of a group who are invited and have not accepted yet: "Ana, Ben", or nobody. */
interface AwaitedConsultants {
  groupId: string;
  names: string;
}

/** An agenda template to choose. */
export interface TemplateChoice {
  id: string;
  name: string;
  /** How long its items are that all share. */
  minutes: number;
  /** The languages that it is not whole in, "Macedonian, Albanian"; empty when it is in all. */
  lacking: string;
}

/** The form of a new session: `chosen` is undefined until it is known with whom. */
export interface NewSessionForm extends SessionChoices {
  templates: TemplateChoice[];
  delegations: { code: string; name: NameWithMark; members: number; sessions: number }[];
  chosen: { id: string | null; title: string } | undefined;
  /** What it is filled in with. */
  stored: Record<string, string | string[]>;
  /** Whether a session before it gave what stands in it. */
  carriedOver: boolean;
}

/** Writes the form of a new session. */
export function newSessionForm(options: NewSessionOptions, viewer: Viewer): NewSessionForm {
  const { chosen, proposed, carried } = options;
  const plenary = chosen === null;
  const usual = {
    ...{ minutes: "", language: viewer.locale, templateId: "" },
    attribution: plenary ? "group" : "beneficiary",
  };
  return {
    ...sessionChoices(options, viewer),
    awaited: awaitedConsultants(options),
    templates: templateChoices(options.templates, viewer),
    delegations: options.delegations.map(({ code, members, sessions, ...beneficiary }) => ({
      code,
      name: nameWithMark(beneficiary, viewer.locale),
      members,
      sessions,
    })),
    chosen:
      chosen === undefined
        ? undefined
        : { id: chosen?.id ?? null, title: sessionTitle({ beneficiary: chosen }, viewer) },
    stored: { ...usual, ...carried, ...proposed, delegateIds: options.delegates.map(({ id }) => id) },
    carriedOver: carried !== null,
  };
}

/** Writes which consultants have not accepted yet. */
export function awaitedConsultants({
  round,
  awaited,
}: Pick<NewSessionOptions, "round" | "awaited">): AwaitedConsultants {
  return { groupId: round.groupId, names: awaited.join(", ") };
}

/** The form that changes a session. */
export interface EditSessionForm extends SessionChoices {
  title: string;
  over: boolean;
  plenary: boolean;
  stored: SessionOptions["stored"];
}

/** Writes the form that changes a session. */
export function editSessionForm(options: SessionOptions, viewer: Viewer): EditSessionForm {
  const { session, over, stored } = options;
  return {
    ...sessionChoices(options, viewer),
    title: sessionTitle(session, viewer),
    over,
    plenary: session.beneficiary === null,
    stored,
  };
}

/** Templates by name, in the order of the viewer's alphabet. */
export function templateChoices(templates: readonly TemplateFacts[], { locale, formats }: Viewer): TemplateChoice[] {
  return templates
    .map(({ id, names, minutes, languages }) => ({
      ...{ id, name: label(names, locale), minutes },
      lacking: languageCodes
        .filter((code) => !languages.includes(code))
        .map(formats.languageName)
        .join(", "),
    }))
    .sort((a, b) => formats.collator.compare(a.name, b.name));
}

/** A template to choose for a session whose language is known. */
export interface TemplateForSession extends TemplateChoice {
  /** What is said where it is not in that language. */
  inAnother: string | null;
}

/** Templates for a session, as `templateChoices`; said is which are taken in another language. */
export function templatesForSession(
  templates: readonly TemplateFacts[],
  language: string,
  viewer: Viewer,
): TemplateForSession[] {
  const said = (id: string) => {
    const { languages } = sure(templates.find((template) => template.id === id));
    const taken = languageTaken(languages, language);
    if (taken === language) return null;
    const { languageName } = viewer.formats;
    return viewer.text("agenda.inAnother", { language: languageName(language), taken: languageName(taken) });
  };
  return templateChoices(templates, viewer).map((choice) => ({ ...choice, inAnother: said(choice.id) }));
}

/** Who can be invited to a session of a round, and its frame. */
export function sessionChoices(options: PeopleOptions & { round: RoundFacts }, viewer: Viewer): SessionChoices {
  const { id, titles, startsOn, endsOn } = options.round;
  const choices = (people: readonly PersonOption[]) =>
    [...people]
      .sort((a, b) => Number(a.former) - Number(b.former) || viewer.formats.collator.compare(a.name, b.name))
      .map((person) => ({ id: person.id, name: person.name, institution: belowName(person, viewer) }));
  return {
    round: { id, title: label(titles, viewer.locale), startsOn, endsOn, zone: clockOfRound(options.round, viewer) },
    delegates: choices(options.delegates),
    consultants: choices(options.consultants),
    interpreters: choices(options.interpreters),
  };
}

function belowName({ former, institution }: PersonOption, { text, locale }: Viewer): string | null {
  if (former) return text("sessions.formerMember");
  return institution && (label(institution, locale) || null);
}
