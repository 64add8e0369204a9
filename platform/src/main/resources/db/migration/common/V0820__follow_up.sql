-- visits and calls after the work has ended, a service was given or somebody has returned; each is told in a form
create table follow_up (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  reason       varchar(20) not null check (reason in ('closure', 'service', 'return', 'solution', 'other')),
  way          varchar(10) not null check (way in ('visit', 'call')),
  since        date        not null,
  due          date        not null,
  assigned     uuid        not null,
  attempts     integer     not null default 0 check (attempts >= 0),
  state        varchar(10) not null check (state in ('planned', 'done', 'cancelled')),
  form         uuid        unique,
  concern      varchar(10) not null default '' check (concern in ('', 'worry', 'signs')),
  seen_at      timestamp(6) with time zone,
  seen_by      uuid,
  words        bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid,
  ended_at     timestamp(6) with time zone,
  check (form is not null or state <> 'done'),
  check (concern = '' or state = 'done'),
  check ((ended_at is null) = (state = 'planned'))
);
create index follow_up_case on follow_up (case_id);
create index follow_up_due on follow_up (organisation, state, due);
create index follow_up_assigned on follow_up (assigned, state, due);
