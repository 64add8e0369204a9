-- What phones have handed in: which screening it became, and under its key what the phone signed and said. The
-- identifier is the phone's. What is only kept lies under a key of its own.
create table phone_record (
  id           uuid        not null primary key,
  organisation uuid        not null,
  phone        uuid        not null references phone (id),
  officer      uuid        not null,
  handed_in_by uuid        not null,
  sha256       varchar(64) not null,
  kind         varchar(10) not null check (kind in ('screening', 'follow-up', 'intake')),
  form         varchar(60) not null,
  version      integer     not null,
  state        varchar(10) not null check (state in ('taken', 'kept')),
  why          varchar(20) not null default '' check (why in ('', 'version', 'case', 'told', 'record')),
  screening    uuid        references screening (id),
  case_id      uuid        references protect_case (id),
  waits_for    uuid,
  sealed_under uuid        not null,
  content      bytea       not null,
  made_at      timestamp(6) with time zone not null,
  at           timestamp(6) with time zone not null,
  check ((state = 'kept') = (why <> '')),
  check (state = 'kept' or screening is not null or case_id is not null)
);
create index phone_record_phone on phone_record (phone);
create index phone_record_screening on phone_record (screening);
create index phone_record_case on phone_record (case_id);
create index phone_record_waits_for on phone_record (waits_for);
create index phone_record_kept on phone_record (organisation, state, at);

-- what was erased does not come back when a phone sends it again, and the phone learns that it may forget it
create table phone_record_ended (
  mark   varchar(64) not null primary key,
  sha256 varchar(64) not null,
  state  varchar(10) not null,
  at     timestamp(6) with time zone not null
);
