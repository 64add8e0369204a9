-- exhibits: what people wrote and every byte is sealed under the exhibit's key, below the investigation's; digests and sizes are not.
-- The certificate of the holder repeats what the chain says, for lists. A file arrives in pieces as an upload; the exhibit is held once somebody has signed the intake of an upload
create table exhibit_mark (
  organisation uuid       not null primary key,
  mark         varchar(8) not null unique
);

create table exhibit (
  id            uuid         not null primary key,
  investigation uuid         not null references investigation (id),
  number        varchar(40)  not null unique,
  kind          varchar(10)  not null check (kind in ('file', 'object', 'report', 'hearing')),
  state         varchar(10)  not null check (state in ('described', 'held')),
  words         bytea        not null,
  content       uuid,
  file_name     bytea,
  media_type    varchar(127),
  taken_in_at   timestamp(6) with time zone,
  holder        varchar(43),
  at            timestamp(6) with time zone not null,
  by_user       uuid         not null,
  check ((state = 'held') = (content is not null)),
  check ((content is null) = (taken_in_at is null)),
  check ((content is null) = (holder is null))
);
create index exhibit_of on exhibit (investigation, number);

-- size -1 while it arrives
create table exhibit_upload (
  id         uuid    not null primary key,
  exhibit    uuid    not null references exhibit (id),
  file_name  bytea   not null,
  media_type varchar(127),
  size_bytes bigint  not null,
  pieces     integer not null,
  sha256     varchar(64),
  sha512     varchar(128),
  problem    varchar(10) check (problem in ('encrypted', 'active', 'unreadable')),
  touched_at timestamp(6) with time zone not null,
  by_user    uuid    not null,
  check ((size_bytes < 0) = (sha256 is null))
);
create index exhibit_upload_of on exhibit_upload (exhibit);

create table exhibit_piece (
  upload  uuid    not null references exhibit_upload (id),
  number  integer not null,
  content bytea   not null,
  primary key (upload, number)
);

-- one signed line for each event of an exhibit's custody; the hash of a line is named by the next
create table custody_entry (
  exhibit  uuid        not null references exhibit (id),
  number   integer     not null,
  act      varchar(10) not null check (act in ('intake', 'handover', 'refusal', 'check')),
  line     bytea       not null,
  hash     varchar(64) not null,
  previous varchar(64) not null,
  at       timestamp(6) with time zone not null,
  primary key (exhibit, number)
);
