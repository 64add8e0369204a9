-- where a person is to live for good, and what was made sure of before it was decided
create table durable_solution (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  kind         varchar(20) not null check (kind in ('integration', 'repatriation', 'third_country')),
  country      varchar(2)  not null,
  state        varchar(10) not null check (state in ('prepared', 'decided', 'dropped')),
  details      bytea       not null,
  decided_on   date,
  decided_by   uuid,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  check ((state = 'decided') = (decided_on is not null))
);
create index durable_solution_case on durable_solution (case_id, state);

-- what was found out about one point; the newest counts and none is written over
create table solution_check (
  id       uuid        not null primary key,
  solution uuid        not null references durable_solution (id),
  point    varchar(30) not null,
  met      boolean     not null,
  on_day   date        not null,
  details  bytea       not null,
  number   integer     not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null,
  unique (solution, number)
);
