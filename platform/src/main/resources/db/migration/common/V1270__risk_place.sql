-- Places and populations at risk, and what is planned against it. No persons stand here. What is said of a place is one sealed
-- document; kind and town stand beside it so that the database itself refuses a point for a shelter.
create table risk_place (
  id uuid not null primary key,
  organisation uuid not null references organisation (id),
  code varchar(10) not null unique,
  kind varchar(20) not null check (kind in ('school', 'shelter', 'crossing', 'market', 'district', 'transport', 'reception',
    'workplace', 'online', 'other')),
  town varchar(40),
  content bytea not null,
  version integer not null,
  changed_at timestamp(6) with time zone not null,
  check (kind <> 'shelter' or town is null)
);
create index risk_place_organisation on risk_place (organisation);
-- what stood there, one version after the other
create table risk_place_version (
  place uuid not null references risk_place (id),
  number integer not null,
  act varchar(20) not null,
  content bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (place, number)
);
create table risk_action (
  id uuid not null primary key,
  place uuid not null references risk_place (id),
  words bytea not null,
  measure varchar(100),
  due_on date not null,
  state varchar(10) not null check (state in ('planned', 'running', 'done', 'dropped')),
  version integer not null
);
create index risk_action_place on risk_action (place);
-- the states of an action, one after the other
create table risk_action_step (
  action uuid not null references risk_action (id),
  number integer not null,
  state varchar(10) not null check (state in ('planned', 'running', 'done', 'dropped')),
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (action, number)
);
