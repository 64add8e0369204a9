-- a case handed over to another country, as each of the two sides keeps it; the same id as its referral
create table hand_over (
  id              uuid        not null,
  organisation    uuid        not null,
  other           uuid        not null,
  sends           boolean     not null,
  purpose         varchar(40) not null,
  returns         boolean     not null,
  minor           boolean     not null,
  acknowledge_by  timestamp(6) with time zone not null,
  answer_by       timestamp(6) with time zone not null,
  begun_at        timestamp(6) with time zone not null,
  acknowledged_at timestamp(6) with time zone,
  contact         varchar(500),
  to_deputy_at    timestamp(6) with time zone,
  to_country_at   timestamp(6) with time zone,
  outcome         varchar(40),
  closed_at       timestamp(6) with time zone,
  primary key (id, organisation)
);
create index hand_over_of on hand_over (organisation, closed_at);
create index hand_over_due on hand_over (sends, acknowledge_by);

-- its steps as they were recorded, each side's with the other's; the newest of a step counts
create table hand_over_step (
  id           uuid        not null,
  organisation uuid        not null,
  hand_over    uuid        not null,
  number       integer     not null,
  author       uuid        not null,
  step         varchar(20) not null,
  state        varchar(10) not null check (state in ('planned', 'done', 'not_needed')),
  on_day       date,
  sealed_under uuid        not null,
  content      bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid,
  primary key (id, organisation),
  unique (hand_over, organisation, number),
  foreign key (hand_over, organisation) references hand_over (id, organisation)
);

-- who stands in for a focal point
create table focal_deputy (
  focal_point  uuid not null primary key references app_user (id),
  organisation uuid not null,
  deputy       uuid not null references app_user (id),
  named_at     timestamp(6) with time zone not null,
  named_by     uuid not null
);
create index focal_deputy_deputy on focal_deputy (deputy);
create index focal_deputy_organisation on focal_deputy (organisation);
