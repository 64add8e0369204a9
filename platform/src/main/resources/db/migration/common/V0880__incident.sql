-- what happened to a person; words are sealed under the case's key. A serious one waits until a supervisor has taken note.
create table incident (
  id       uuid        not null primary key,
  case_id  uuid        not null references protect_case (id),
  kind     varchar(30) not null check (kind in ('contact', 'threat', 'violence', 'sexual_violence', 'exploited', 'pressure', 'online', 'found_out', 'missing', 'self_harm', 'health', 'papers', 'arrest', 'by_helper', 'other')),
  grade    varchar(10) not null check (grade in ('light', 'serious', 'grave')),
  on_day   date        not null,
  words    bytea       not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null,
  noted_at timestamp(6) with time zone,
  noted_by uuid,
  check ((noted_at is null) = (noted_by is null))
);
create index incident_case on incident (case_id, on_day);
