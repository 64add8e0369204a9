-- Who is on duty, whom to call, and for which referrals somebody is called (decision 0080).
create table duty (
  id           uuid not null primary key,
  organisation uuid not null references organisation (id),
  user_id      uuid not null references app_user (id),
  from_at      timestamp(6) with time zone not null,
  until_at     timestamp(6) with time zone not null,
  made_by      uuid not null,
  made_at      timestamp(6) with time zone not null
);
create index duty_organisation on duty (organisation, until_at);
create index duty_user on duty (user_id, until_at);
create table duty_number (
  id           uuid         not null primary key,
  organisation uuid         not null references organisation (id),
  place        smallint     not null,
  who          varchar(120) not null,
  telephone    varchar(40)  not null,
  shared       boolean      not null,
  unique (organisation, place)
);
create table duty_call (
  referral     uuid        not null primary key references received_referral (id) on delete cascade,
  organisation uuid        not null,
  urgency      varchar(10) not null,
  since        timestamp(6) with time zone not null,
  step         smallint    not null,
  next_at      timestamp(6) with time zone
);
create index duty_call_next on duty_call (next_at);
create index duty_call_organisation on duty_call (organisation, step);
