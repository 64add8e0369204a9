-- A deadline that follows from a decision and was dealt with.
create table deadline_settled (
  decision uuid                        not null references case_decision (id),
  kind     varchar(40)                 not null,
  case_id  uuid                        not null references protect_case (id),
  at       timestamp(6) with time zone not null,
  by_user  uuid                        not null,
  primary key (decision, kind)
);
create index case_decision_appeal on case_decision (appeal_until);
create index case_decision_kind on case_decision (kind, decided_on);

-- The address of somebody's own calendar: a digest of its secret part.
create table calendar_feed (
  user_id   uuid                        not null primary key,
  hash      varchar(64)                 not null unique,
  made_at   timestamp(6) with time zone not null,
  read_on   date
);
