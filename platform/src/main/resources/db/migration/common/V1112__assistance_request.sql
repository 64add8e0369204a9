-- requests to authorities of other countries, sent on paper: European Investigation Orders by the sections of their form, letters rogatory.
-- Each day is entered by a person; nothing is written over: a mistake is struck out and stays
create table assistance_request (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  number        integer     not null,
  kind          varchar(10) not null check (kind in ('eio', 'rogatory')),
  country       varchar(2)  not null,
  answer_by     date,
  words         bytea       not null,
  version       integer     not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  unique (investigation, number)
);

create table assistance_exhibit (
  request uuid not null references assistance_request (id),
  exhibit uuid not null references exhibit (id),
  primary key (request, exhibit)
);
create index assistance_exhibit_exhibit on assistance_exhibit (exhibit);

create table assistance_step (
  id        uuid        not null primary key,
  request   uuid        not null references assistance_request (id),
  number    integer     not null,
  kind      varchar(20) not null,
  ground    varchar(30) not null,
  on_day    date        not null,
  words     bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid,
  constraint assistance_step_kind check (kind in ('sent', 'acknowledged', 'recognised', 'refused', 'executed', 'returned')),
  check ((kind = 'refused') = (ground <> '')),
  unique (request, number)
);
