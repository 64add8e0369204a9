-- the level of risk that an assessment found, in clear beside the case; its answers stay sealed with the form. The newest counts.
create table risk_level (
  id      uuid        not null primary key,
  case_id uuid        not null references protect_case (id),
  form    uuid        not null unique,
  level   varchar(10) not null check (level in ('none_seen', 'low', 'medium', 'high', 'immediate')),
  next_on date,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null
);
create index risk_level_case on risk_level (case_id, at);
