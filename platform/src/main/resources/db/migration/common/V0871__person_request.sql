-- what persons concerned ask for under articles 15 to 21 of the GDPR. The row stays as proof that it was answered;
-- its words lie under a key of their own and go with the person, or when the officer takes them out
create table person_request (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  kind          varchar(20) not null,
  case_id       uuid,                 -- without a foreign key: the row outlives the case
  received_on   date        not null,
  due_on        date        not null, -- one month, or three once it was extended (article 12(3))
  extended_at   timestamp(6) with time zone,
  words         bytea,                -- what was asked, why it was extended, what was answered
  outcome       varchar(20),
  answered_on   date,
  answered_by   uuid,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  constraint person_request_kind check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability')),
  constraint person_request_outcome check (outcome in ('granted', 'partly', 'refused', 'taken_back'))
);
create index person_request_open on person_request (organisation, answered_on, due_on);
create index person_request_case on person_request (case_id);
