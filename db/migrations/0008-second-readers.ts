import type { Migration } from "#db/migrations/migration.ts";

/**
 * Who wrote a text and who read it that wrote none of it; which consent waits for that; why something was shared
 * without it. What was shared beyond its group or checked before is taken as read.
 */
export const secondReaders: Migration = {
  number: 8,
  name: "second-readers",
  parts: [
    {
      sqlite: /* sql */ `
alter table contribution_version add column written_by text references account (id);
alter table contribution_version add column seconded_by text references account (id);
alter table contribution_version add column seconded_at text;
alter table contribution_version add column guard_stated integer not null default 0 check (guard_stated in (0, 1));
update contribution_version set
  written_by = (
    select author_id from contribution where contribution.id = contribution_id
  ),
  seconded_at = (
    select contribution_version.updated_at from contribution where contribution.id = contribution_id and (
      sharing in ('programme', 'public') or (provenance = 'original' and status in ('checked', 'validated'))
    )
  );

alter table contribution add column unread_reason text;

alter table sharing_request add column raised_at text;
update sharing_request set raised_at = decided_at where decision = 'granted';
create unique index sharing_request_waiting on sharing_request (contribution_id)
where decision = 'granted' and raised_at is null;
`,
    },
  ],
};
