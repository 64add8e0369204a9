-- Long work in the background. What it was given and what it made is sealed, in pieces, under a key of its own below the
-- organisation's; the key is destroyed when it expires.
create table work (
  id            uuid          not null primary key,
  organisation  uuid          not null,
  user_id       uuid          not null,
  kind          varchar(60)   not null,
  back          varchar(200)  not null,
  state         varchar(20)   not null, -- prepared, waiting, running, done, failed, cancelled, interrupted
  done          bigint        not null,
  expected      bigint        not null,
  figures       varchar(2000) not null,
  problem       varchar(100)  not null,
  arguments     bytea,
  leads_to      varchar(200)  not null,
  asked_at      timestamp(6) with time zone not null,
  started_at    timestamp(6) with time zone,
  ended_at      timestamp(6) with time zone,
  expires_at    timestamp(6) with time zone not null,
  expired       boolean       not null
);
create index work_user on work (user_id, asked_at);
create index work_expires on work (expired, expires_at);
create index work_state on work (state);

create table work_file (
  id          uuid         not null primary key,
  work        uuid         not null references work (id),
  name        varchar(100) not null,
  media_type  varchar(80)  not null,
  input       boolean      not null,
  place       integer      not null,
  size_bytes  bigint       not null, -- -1 until it is whole
  pieces      integer      not null
);
create index work_file_work on work_file (work, place);
create table work_piece (
  file     uuid    not null references work_file (id),
  number   integer not null,
  content  bytea   not null,
  primary key (file, number)
);
