-- Tips of the public. What somebody wrote is sealed to the key of the team that reads it; of the return code stands only a
-- keyed fingerprint, and answers are sealed once more to a key that only the code gives.
create table tip_team (
  organisation uuid not null primary key references organisation (id),
  recipient varchar(100) not null,
  secret bytea not null,
  receives boolean not null,
  guarded_until timestamp(6) with time zone,
  opened_at timestamp(6) with time zone not null
);
create table tip (
  id uuid not null primary key,
  code varchar(10) not null unique,
  organisation uuid not null references tip_team (organisation),
  mark varchar(64) not null unique,
  writer varchar(100) not null,
  arrived_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  danger boolean not null,
  sealed_by varchar(10) not null check (sealed_by in ('browser', 'server')),
  stage varchar(20) not null check (stage in ('arrived', 'assessment', 'follow_up', 'closed')),
  category varchar(40),
  urgency varchar(10) check (urgency in ('now', 'soon', 'later')),
  holder uuid,
  same_mark varchar(32),
  first_read_at timestamp(6) with time zone,
  outcome varchar(20) check (outcome in ('screening', 'advised', 'aside', 'duplicate', 'spam')),
  closed_at timestamp(6) with time zone,
  duplicate varchar(10),
  screening uuid
);
create index tip_of on tip (organisation, closed_at, due_at);
create index tip_holder on tip (holder);
create index tip_same on tip (same_mark);
create index tip_screening on tip (screening);
create table tip_part (
  id uuid not null primary key,
  tip uuid not null references tip (id),
  number integer not null,
  at timestamp(6) with time zone not null,
  author varchar(10) not null check (author in ('writer', 'team', 'note')),
  by_user uuid,
  ticket varchar(64) unique,
  sealed bytea not null,
  for_writer bytea,
  unique (tip, number)
);
-- another organisation that reads a tip from a stage on
create table tip_second (
  tip uuid not null references tip (id),
  organisation uuid not null references tip_team (organisation),
  stage varchar(20) not null check (stage in ('assessment', 'follow_up')),
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (tip, organisation)
);
create index tip_second_organisation on tip_second (organisation);
-- what is counted of tips that are gone
create table tip_tally (
  organisation uuid not null references tip_team (organisation),
  category varchar(40) not null,
  outcome varchar(20) not null,
  tips bigint not null,
  primary key (organisation, category, outcome)
);
