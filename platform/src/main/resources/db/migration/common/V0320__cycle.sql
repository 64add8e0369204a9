-- The yearly report and programme: drafted from the register, edited, submitted to the steering committee,
-- decided member by member, frozen once approved. Content is JSON in three languages.
create table cycle_document (
  id uuid not null primary key,
  kind varchar(20) not null,
  for_year integer not null,
  version integer not null,
  state varchar(20) not null,
  revision integer not null,
  round integer not null,
  session_on date,
  content text not null,
  amends uuid references cycle_document (id),
  digest varchar(64),
  frozen_at timestamp with time zone,
  drafted_by varchar(200) not null,
  drafted_at timestamp with time zone not null,
  unique (kind, for_year, version)
);
create table cycle_decision (
  id uuid not null primary key,
  document uuid not null references cycle_document (id),
  round integer not null,
  member varchar(80) not null,
  approved boolean not null,
  reason varchar(2000) not null,
  by_user uuid not null,
  by_name varchar(200) not null,
  at timestamp with time zone not null
);
create index cycle_decision_document on cycle_decision (document, round);
create table cycle_comment (
  id uuid not null primary key,
  document uuid not null references cycle_document (id),
  section varchar(80) not null,
  text varchar(4000) not null,
  by_user uuid not null,
  by_name varchar(200) not null,
  at timestamp with time zone not null
);
create index cycle_comment_document on cycle_comment (document);
-- Which body of the committee a member sits for.
create table cycle_seat (
  user_id uuid not null primary key,
  member varchar(80) not null,
  by_user uuid not null,
  at timestamp with time zone not null
);
