-- what a named panel found to be in a child's best interests; never written over and never deleted but with the case
create table determination (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  question     varchar(20) not null check (question in ('integration', 'repatriation', 'third_country', 'placement', 'family', 'other')),
  result       varchar(20) not null check (result in ('in_favour', 'against')),
  on_day       date        not null,
  review_by    date,
  state        varchar(20) not null check (state in ('proposed', 'made', 'superseded')),
  supersedes   uuid references determination (id),
  details      bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  made_at      timestamp(6) with time zone,
  check (state <> 'made' or made_at is not null)
);
create index determination_case on determination (case_id, question, state);
create index determination_supersedes on determination (supersedes);

-- who sat on the panel, in words sealed under the case's key, and who of them signed
create table determination_member (
  id            uuid    not null primary key,
  determination uuid    not null references determination (id),
  number        integer not null,
  user_id       uuid, -- null for somebody from outside, whose signature is on paper
  details       bytea   not null,
  signed_at     timestamp(6) with time zone,
  signed_by     uuid,
  signature     bytea,
  unique (determination, number),
  check ((signed_at is null) = (signed_by is null))
);
create index determination_member_user on determination_member (user_id, signed_at);
