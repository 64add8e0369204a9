-- Whether a person is known elsewhere. By whom a case may be found; none is the rule.
create table case_findable (
  case_id         uuid not null references protect_case (id),
  by_organisation uuid not null,
  at              timestamp(6) with time zone not null,
  by_user         uuid not null,
  primary key (case_id, by_organisation)
);
create index case_findable_by on case_findable (by_organisation);

-- what this house asks others: one row for a case and an asked organisation
create table known_question (
  id           uuid        not null primary key,
  organisation uuid        not null,
  case_id      uuid        not null references protect_case (id),
  asked        uuid        not null,
  purpose      varchar(40) not null,
  basis_kind   varchar(20) not null,
  basis        uuid        not null,
  watch_until  date,
  asked_at     timestamp(6) with time zone not null,
  asked_by     uuid        not null,
  state        varchar(10) not null check (state in ('open', 'answered', 'ended')),
  reason       varchar(60),
  round        uuid,
  sent_on      date,
  band         varchar(10) check (band in ('likely', 'possible', 'none')),
  contact      bytea,
  answered_at  timestamp(6) with time zone
);
create index known_question_case on known_question (case_id);
create index known_question_open on known_question (state, organisation, asked);
create index known_question_round on known_question (round);

-- what others ask; marks that were not found lead to nobody
create table known_asked (
  id           uuid        not null,
  organisation uuid        not null,
  asker        uuid        not null,
  purpose      varchar(40) not null,
  basis        varchar(20) not null,
  watch_until  date,
  arrived_at   timestamp(6) with time zone not null,
  none_on      date        not null,
  state        varchar(10) not null check (state in ('open', 'closed', 'ended')),
  primary key (id, organisation)
);
create index known_asked_pair on known_asked (organisation, asker, state);

-- marks of questions until they are compared, sealed
create table known_marks (
  id           uuid  not null primary key,
  question     uuid  not null,
  organisation uuid  not null,
  round        uuid  not null,
  marks        bytea not null,
  arrived_at   timestamp(6) with time zone not null
);
create index known_marks_question on known_marks (question, organisation);

-- own files that were asked for
create table known_hit (
  id           uuid        not null primary key,
  question     uuid        not null,
  organisation uuid        not null,
  asker        uuid        not null,
  case_id      uuid        not null references protect_case (id),
  kinds        varchar(80) not null,
  found_at     timestamp(6) with time zone not null,
  band         varchar(10) check (band in ('likely', 'possible', 'none')),
  contact      bytea,
  basis        uuid,
  decided_at   timestamp(6) with time zone,
  decided_by   uuid,
  sent_at      timestamp(6) with time zone,
  unique (question, case_id)
);
create index known_hit_case on known_hit (case_id);
create index known_hit_open on known_hit (organisation, decided_at);

-- exchanges of standing sets: what sizes were signed
create table known_round (
  id           uuid        not null,
  organisation uuid        not null,
  far          uuid        not null,
  asker        boolean     not null,
  on_day       date        not null,
  state        varchar(10) not null check (state in ('wanted', 'offered', 'raised', 'refused', 'lost')),
  files        integer     not null,
  tokens       integer     not null,
  digest       varchar(64),
  signature    varchar(200),
  at           timestamp(6) with time zone not null,
  primary key (id, organisation)
);
create index known_round_pair on known_round (organisation, far, asker, on_day);

-- how many questions went or came in a day, and how many were too many
create table known_day (
  organisation uuid    not null,
  far          uuid    not null,
  asker        boolean not null,
  on_day       date    not null,
  questions    integer not null,
  beyond       integer not null,
  answered     boolean not null,
  primary key (organisation, far, asker, on_day)
);
