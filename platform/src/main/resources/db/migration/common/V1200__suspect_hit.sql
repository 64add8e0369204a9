-- what the team of one investigation asked: whether other offices of this installation know a suspect. Answered for all at once
create table suspect_question (
  id            uuid  not null primary key,
  investigation uuid  not null references investigation (id),
  organisation  uuid  not null references organisation (id),
  suspect       uuid  not null references suspect (id),
  words         bytea not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid  not null,
  answered_at   timestamp(6) with time zone
);
create index suspect_question_investigation on suspect_question (investigation);
create index suspect_question_suspect on suspect_question (suspect);
create index suspect_question_organisation on suspect_question (organisation, at);

-- a suspect of two offices: each side reads that there is one and whom to call
create table suspect_hit (
  id                uuid not null primary key,
  suspect_one       uuid not null references suspect (id),
  suspect_two       uuid not null references suspect (id),
  investigation_one uuid not null references investigation (id),
  investigation_two uuid not null references investigation (id),
  at                timestamp(6) with time zone not null,
  seen_one_at       timestamp(6) with time zone,
  seen_two_at       timestamp(6) with time zone,
  unique (suspect_one, suspect_two)
);
create index suspect_hit_suspect_two on suspect_hit (suspect_two);
create index suspect_hit_one on suspect_hit (investigation_one);
create index suspect_hit_two on suspect_hit (investigation_two);
