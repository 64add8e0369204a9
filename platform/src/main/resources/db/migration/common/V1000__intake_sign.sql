-- What an intake said of how soon something must be done and whether the person was safe when leaving, in clear beside the case; the
-- answers stay sealed with the form. Of each question the newest counts.
create table intake_sign (
  id      uuid        not null primary key,
  case_id uuid        not null references protect_case (id),
  form    uuid        not null,
  asked   varchar(20) not null check (asked in ('urgency', 'safe_to_leave')),
  answer  varchar(10) not null check (answer in ('now', 'days', 'week', 'month', 'yes', 'no')),
  at      timestamp(6) with time zone not null,
  by_user uuid        not null,
  unique (form, asked)
);
create index intake_sign_case on intake_sign (case_id, at);
