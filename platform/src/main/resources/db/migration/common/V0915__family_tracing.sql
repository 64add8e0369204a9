-- whom of the family of a person somebody looks for; words are sealed under the case's key
create table tracing_request (
  id        uuid        not null primary key,
  case_id   uuid        not null references protect_case (id),
  person    uuid        not null references person (id),
  wish      varchar(40) not null,
  state     varchar(10) not null check (state in ('open', 'held', 'ended')),
  review_on date        not null,
  words     bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null,
  held_at   timestamp(6) with time zone,
  outcome   varchar(40),
  ending    bytea,
  ended_at  timestamp(6) with time zone,
  ended_by  uuid,
  check ((state = 'ended') = (outcome is not null)),
  check ((state = 'ended') = (ended_at is not null))
);
create index tracing_request_case on tracing_request (case_id, at);
create index tracing_request_person on tracing_request (person);

-- what was done to find them, in the order in which it was written down
create table tracing_step (
  id      uuid        not null primary key,
  case_id uuid        not null references protect_case (id),
  request uuid        not null references tracing_request (id),
  kind    varchar(40) not null,
  on_day  date        not null,
  words   bytea       not null,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null
);
create index tracing_step_request on tracing_step (request, on_day);
create index tracing_step_case on tracing_step (case_id);

-- somebody around the person of the case is asked for; none where it is that person
alter table known_question add column sought uuid references person (id);
create index known_question_sought on known_question (sought);
