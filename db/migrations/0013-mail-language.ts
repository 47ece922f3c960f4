import type { Migration } from "#db/migrations/migration.ts";

/** The language in which a person gets mails, apart from that of the pages. Until now they were one. */
export const mailLanguage: Migration = {
  number: 13,
  name: "mail-language",
  parts: [
    {
      sqlite: /* sql */ `
alter table account add column mail_locale text not null default 'en';
update account set mail_locale = locale;
`,
    },
  ],
};
