import account from "#content/messages/en/account.json";
import actions from "#content/messages/en/actions.json";
import admin from "#content/messages/en/admin.json";
import agenda from "#content/messages/en/agenda.json";
import answers from "#content/messages/en/answers.json";
import attendance from "#content/messages/en/attendance.json";
import availability from "#content/messages/en/availability.json";
import calendars from "#content/messages/en/calendars.json";
import cities from "#content/messages/en/cities.json";
import codes from "#content/messages/en/codes.json";
import common from "#content/messages/en/common.json";
import documents from "#content/messages/en/documents.json";
import errors from "#content/messages/en/errors.json";
import glass from "#content/messages/en/glass.json";
import guard from "#content/messages/en/guard.json";
import home from "#content/messages/en/home.json";
import knowledge from "#content/messages/en/knowledge.json";
import live from "#content/messages/en/live.json";
import mail from "#content/messages/en/mail.json";
import mailChoice from "#content/messages/en/mailChoice.json";
import minutes from "#content/messages/en/minutes.json";
import outbox from "#content/messages/en/outbox.json";
import people from "#content/messages/en/people.json";
import plan from "#content/messages/en/plan.json";
import publicPages from "#content/messages/en/publicPages.json";
import questions from "#content/messages/en/questions.json";
import references from "#content/messages/en/references.json";
import rounds from "#content/messages/en/rounds.json";
import search from "#content/messages/en/search.json";
import searchNotes from "#content/messages/en/searchNotes.json";
import security from "#content/messages/en/security.json";
import sessions from "#content/messages/en/sessions.json";
import sharing from "#content/messages/en/sharing.json";
import shell from "#content/messages/en/shell.json";
import signIn from "#content/messages/en/signIn.json";
import templates from "#content/messages/en/templates.json";
import tokens from "#content/messages/en/tokens.json";

/** All messages of the language by area. Those of English type every key. */
export const catalogue = {
  account,
  actions,
  admin,
  agenda,
  answers,
  attendance,
  availability,
  calendars,
  cities,
  codes,
  common,
  documents,
  errors,
  glass,
  guard,
  home,
  knowledge,
  live,
  mail,
  mailChoice,
  minutes,
  outbox,
  people,
  plan,
  publicPages,
  questions,
  references,
  rounds,
  search,
  searchNotes,
  security,
  sessions,
  sharing,
  shell,
  signIn,
  templates,
  tokens,
};
