-- Urgency and risk are of the case (decision 0079): the gravest of its signs, or as somebody judged it with a reason.
alter table protect_case add column urgency varchar(10) default 'ordinary' not null;
alter table protect_case add constraint protect_case_urgency check (urgency in ('ordinary', 'raised', 'high'));
alter table protect_case add column risk varchar(10) default 'not_known' not null;
alter table protect_case add constraint protect_case_risk check (risk in ('not_known', 'low', 'raised', 'high'));
alter table protect_case add column urgent_since timestamp(6) with time zone;
create table case_urgency (
  id       uuid        not null primary key,
  case_id  uuid        not null references protect_case (id) on delete cascade,
  urgency  varchar(10) not null check (urgency in ('ordinary', 'raised', 'high')),
  risk     varchar(10) not null check (risk in ('not_known', 'low', 'raised', 'high')),
  reason   bytea       not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null
);
create index case_urgency_case on case_urgency (case_id, at);

-- where the person is while a service is asked for, sealed under the case's key; and how soon it was asked for
alter table referral add column place_now bytea;
alter table received_referral add column urgency varchar(10) default 'ordinary' not null;
alter table received_referral add constraint received_referral_urgency check (urgency in ('ordinary', 'raised', 'high'));

-- computed once for cases that are there
update protect_case set due_kept = false where due_kept;
