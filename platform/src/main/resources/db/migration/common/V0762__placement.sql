-- somebody waits for a place; what they need is sealed under the case's key and read by the placing team
create table placement_wait (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  urgency      integer     not null check (urgency between 0 and 2),
  state        varchar(10) not null check (state in ('waiting', 'placed', 'over')),
  details      bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  ended_at     timestamp(6) with time zone
);
create index placement_wait_case on placement_wait (case_id, state);
create index placement_wait_of on placement_wait (organisation, state);

-- who belongs together and who must not live with whom
create table placement_tie (
  id         uuid        not null primary key,
  case_id    uuid        not null references protect_case (id),
  other_case uuid        not null references protect_case (id),
  kind       varchar(10) not null check (kind in ('together', 'apart')),
  details    bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null,
  ended_at   timestamp(6) with time zone
);
create index placement_tie_case on placement_tie (case_id);
create index placement_tie_other on placement_tie (other_case);

-- how long one travels between areas, as a placing team knows it; sealed, since areas are where places are
create table travel_table (
  organisation uuid  not null primary key,
  content      bytea not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid  not null
);

-- somebody is expected at a place, lives there, is away, is missing, or has left
create table stay (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  place        uuid        not null references safe_place (id),
  bed          uuid        not null,
  wait         uuid        not null,
  state        varchar(10) not null check (state in ('expected', 'there', 'away', 'missing', 'ended', 'cancelled')),
  details      bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  arrived_at   timestamp(6) with time zone,
  missing_at   timestamp(6) with time zone,
  ended_at     timestamp(6) with time zone,
  ended        varchar(20)
);
create index stay_case on stay (case_id, state);
create index stay_place on stay (place, state);
create index stay_of on stay (organisation, state);

-- what happened in a stay, in words sealed under the case's key
create table stay_event (
  id      uuid        not null primary key,
  stay    uuid        not null references stay (id),
  kind    varchar(20) not null,
  code    varchar(40) not null,
  words   bytea       not null,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null
);
create index stay_event_of on stay_event (stay, at);
