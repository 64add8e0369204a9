-- Photographs of papers that come in pieces: as they came until all are there, then written anew and sealed under the
-- key of the screening. A piece may come before the record that it belongs to.
create table phone_paper (
  id           uuid        not null primary key,
  record       uuid        not null,
  organisation uuid        not null,
  by_user      uuid        not null,
  pieces       integer     not null check (pieces between 1 and 64),
  state        varchar(10) not null check (state in ('coming', 'kept', 'taken')),
  sha256       varchar(64) not null default '',
  sealed_under uuid,
  media_type   varchar(20) not null default '',
  content      bytea,
  at           timestamp(6) with time zone not null,
  check ((content is not null) = (state = 'taken')),
  check ((sealed_under is not null) = (state = 'taken')),
  check ((sha256 <> '') = (state <> 'coming'))
);
create index phone_paper_record on phone_paper (record);
create index phone_paper_waiting on phone_paper (by_user, state);
create index phone_paper_at on phone_paper (state, at);

create table phone_piece (
  paper   uuid        not null references phone_paper (id) on delete cascade,
  number  integer     not null check (number >= 0),
  sha256  varchar(64) not null,
  content bytea       not null,
  primary key (paper, number)
);
