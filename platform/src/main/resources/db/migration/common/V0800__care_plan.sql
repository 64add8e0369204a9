-- a plan for one person: goals from what they need, steps to each; what is due and done stands among the tasks of the case
create table care_goal (
  id         uuid        not null primary key,
  case_id    uuid        not null references protect_case (id),
  need       varchar(20) not null,
  assessment uuid,
  words      bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null,
  outcome    varchar(10) check (outcome in ('reached', 'dropped')),
  reason     bytea,
  ended_at   timestamp(6) with time zone,
  ended_by   uuid,
  check ((outcome is null) = (ended_at is null))
);
create index care_goal_case on care_goal (case_id);

create table care_step (
  id         uuid    not null primary key,
  goal       uuid    not null references care_goal (id),
  number     integer not null,
  task       uuid    references case_task (id),
  words      bytea   not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid    not null,
  reason     bytea,
  dropped_at timestamp(6) with time zone,
  dropped_by uuid,
  unique (goal, number),
  -- an open or done step has its task, a dropped one has none
  check ((task is null) = (dropped_at is not null))
);
create index care_step_task on care_step (task);

create table care_review (
  id        uuid        not null primary key,
  case_id   uuid        not null references protect_case (id),
  on_day    date        not null,
  took_part varchar(10) not null check (took_part in ('yes', 'partly', 'no')),
  next_on   date,
  task      uuid        references case_task (id),
  words     bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null
);
create index care_review_case on care_review (case_id);
create index care_review_task on care_review (task);
