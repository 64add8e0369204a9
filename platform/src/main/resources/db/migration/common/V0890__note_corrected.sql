-- a note shows its newest text; what it said before stays, sealed under the case's key
alter table case_note add column version integer default 1 not null;
alter table case_note add column corrected_at timestamp(6) with time zone;
alter table case_note add column corrected_by uuid;
alter table case_note add constraint case_note_corrected check ((corrected_at is null) = (version = 1) and (corrected_by is null) = (version = 1));

create table case_note_before (
  note    uuid    not null references case_note (id),
  version integer not null,
  content bytea   not null,
  at      timestamp(6) with time zone not null,
  by_user uuid    not null,
  primary key (note, version)
);
