-- the key of a placing team: what only those who place may read of a place is sealed below it
create table placing_team (
  organisation uuid not null primary key,
  team_key     uuid not null unique,
  made_at      timestamp(6) with time zone not null
);

-- a house that takes children in; what could lead to it is sealed
create table safe_place (
  id              uuid        not null primary key,
  organisation    uuid        not null,
  house           uuid        not null,
  code            varchar(12) not null unique,
  version         integer     not null,
  state           varchar(10) not null check (state in ('open', 'paused', 'closing', 'closed')),
  capacity        integer     not null check (capacity between 1 and 200),
  taken_otherwise integer     not null check (taken_otherwise >= 0),
  confirmed_at    timestamp(6) with time zone,
  confirmed_by    uuid,
  sex             varchar(10) not null check (sex in ('any', 'female', 'male')),
  age_from        integer     not null check (age_from between 0 and 120),
  age_until       integer     not null check (age_until between 0 and 120),
  opening         varchar(10) not null check (opening in ('always', 'day', 'asked')),
  details         bytea       not null,
  location        bytea,
  at              timestamp(6) with time zone not null,
  by_user         uuid        not null,
  check (age_from <= age_until)
);
create index safe_place_of on safe_place (organisation);
create index safe_place_house on safe_place (house);

-- organisations whose placing teams may place there beside the one that keeps it
create table safe_place_placer (
  place        uuid not null references safe_place (id),
  organisation uuid not null,
  primary key (place, organisation)
);
create index safe_place_placer_of on safe_place_placer (organisation);

-- languages spoken, what its people are trained in, how it can be entered, what it offers
create table safe_place_trait (
  place uuid        not null references safe_place (id),
  kind  varchar(10) not null check (kind in ('language', 'training', 'access', 'service')),
  code  varchar(50) not null,
  primary key (place, kind, code)
);

-- a bed that is held for 90 minutes, or kept for somebody until they leave
create table place_bed (
  id           uuid not null primary key,
  place        uuid not null references safe_place (id),
  organisation uuid not null,
  case_id      uuid,
  by_user      uuid not null,
  made_at      timestamp(6) with time zone not null,
  until_at     timestamp(6) with time zone,
  ended_at     timestamp(6) with time zone,
  ended        varchar(10) check (ended in ('released', 'lapsed', 'left'))
);
create index place_bed_of on place_bed (place, ended_at);
create index place_bed_case on place_bed (case_id);
create index place_bed_until on place_bed (ended_at, until_at);
