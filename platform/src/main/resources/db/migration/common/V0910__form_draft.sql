-- a form that an administrator writes; the text is the file, finished or not, until it is handed over or deleted
create table form_draft (
  id            uuid             not null primary key,
  form          varchar(60)      not null,
  content       varchar(1000000) not null,
  version       integer          not null,
  begun_by      uuid             not null,
  begun_at      timestamp(6) with time zone not null,
  changed_by    uuid             not null,
  changed_at    timestamp(6) with time zone not null
);

-- which part of it a version changed, so that whoever edits another part is in nobody's way
create table form_draft_change (
  draft         uuid             not null references form_draft (id) on delete cascade,
  version       integer          not null,
  part          varchar(160)     not null,
  changed_by    uuid             not null,
  changed_at    timestamp(6) with time zone not null,
  primary key (draft, version)
);
