-- case files as they were sealed: everything but the bytes of exhibits, which are read from where they are kept
create table court_file (
  id            uuid         not null primary key,
  investigation uuid         not null references investigation (id),
  number        integer      not null,
  version       varchar(12)  not null check (version in ('prosecution', 'defence')),
  proceeding    uuid references proceeding (id),
  words         bytea        not null,
  exhibits      integer      not null,
  included      integer      not null,
  digest_of_all varchar(64)  not null,
  size_bytes    bigint       not null,
  sha256        varchar(64)  not null,
  sha512        varchar(128) not null,
  certificate   varchar(43)  not null,
  sealed        bytea        not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid         not null,
  unique (investigation, number, version)
);
create index court_file_proceeding on court_file (proceeding);
