-- where a child must not be; what it is and where lies sealed under the case's key
create table exclusion_zone (
  id         uuid        not null primary key,
  case_id    uuid        not null references protect_case (id),
  kind       varchar(20) not null,
  origin     varchar(20) not null check (origin in ('hand', 'episode', 'person', 'network')),
  source     uuid,
  kilometres integer,
  minutes    integer,
  details    bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null,
  ended_at   timestamp(6) with time zone,
  ended_by   uuid,
  check (kilometres is not null or minutes is not null)
);
create index exclusion_zone_case on exclusion_zone (case_id, ended_at);
