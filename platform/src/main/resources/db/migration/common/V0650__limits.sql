-- Whoever checks a limit against a count takes the row of what is counted first, and so waits for others.
create table turn (
  name varchar(100) not null primary key
);

-- Persons whom somebody took out of the house alone within a day: by exports, and by what their programs read.
create table person_taken (
  user_id uuid                        not null,
  person  uuid                        not null,
  at      timestamp(6) with time zone not null,
  primary key (user_id, person)
);
create index person_taken_at on person_taken (at);

-- A program reached that limit: for the data protection officer, once a day for each token.
create table program_alarm (
  id           uuid                        not null primary key,
  organisation uuid                        not null,
  user_id      uuid                        not null,
  token        uuid                        not null,
  on_day       date                        not null,
  at           timestamp(6) with time zone not null,
  seen_by      uuid,
  seen_at      timestamp(6) with time zone,
  unique (token, on_day)
);
create index program_alarm_unseen on program_alarm (organisation, seen_at);

-- What a request waits about; nothing once it has ended. Two for the same cannot wait.
alter table approval_request add column waits_about varchar(100);
create unique index approval_request_waits on approval_request (waits_about);
