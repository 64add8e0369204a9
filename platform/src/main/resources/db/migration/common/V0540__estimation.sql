-- Studies of how many people there are. A study keeps counts and what was computed from them, sealed under its
-- organisation's key, and nothing of any person. The seed, the digest of the table and the version of the engine let
-- anybody of the house repeat it to the last digit.
create table estimation_study (
  id             uuid         not null primary key,
  organisation   uuid         not null,
  by_user        uuid         not null,
  asked_at       timestamp(6) with time zone not null,
  from_day       date         not null,
  until_day      date         not null,
  countries      varchar(400) not null,
  forms          varchar(400) not null,
  decided        boolean      not null,
  grouping_by    varchar(20)  not null, -- kind, country, organisation
  most_lists     integer      not null,
  basis          varchar(40)  not null,
  reason         bytea        not null,
  seed           bigint       not null,
  work           uuid         not null,
  done_at        timestamp(6) with time zone,
  engine         integer,
  table_digest   varchar(64),
  result_digest  varchar(64),
  result         bytea,
  signed_at      timestamp(6) with time zone,
  signed_by      uuid,
  signature      bytea
);
create index estimation_study_organisation on estimation_study (organisation, asked_at);

-- the same table, seed and settings run again: whether the result was the same
create table estimation_repeat (
  id             uuid         not null primary key,
  study          uuid         not null references estimation_study (id),
  at             timestamp(6) with time zone not null,
  by_user        uuid         not null,
  engine         integer      not null,
  result_digest  varchar(64)  not null,
  same           boolean      not null
);
create index estimation_repeat_study on estimation_repeat (study, at);
