-- Trafficking or delinquency: what is known for and against, question by question, of a person or a group. No score is
-- computed anywhere; a conclusion is a statement by somebody named on what stood there at that moment. Texts are sealed
-- under the case's key where there is a case, so that they end with it, else under a key of the grid's own.
create table grid (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  case_id       uuid        references protect_case,
  screening     uuid,
  subject       varchar(10) not null, -- person, group
  minor         varchar(10) not null, -- yes, no, not_sure
  vault_key     uuid        not null,
  title         bytea       not null,
  question      bytea       not null,
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null,
  changed_at    timestamp(6) with time zone not null
);
create index grid_organisation on grid (organisation, changed_at);
create index grid_case on grid (case_id);

create table grid_evidence (
  id            uuid        not null primary key,
  grid          uuid        not null references grid,
  question      varchar(30) not null,
  side          varchar(10) not null, -- for, against
  content       bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  withdrawn_at  timestamp(6) with time zone,
  withdrawn_by  uuid
);
create index grid_evidence_grid on grid_evidence (grid, at);

create table grid_conclusion (
  id              uuid        not null primary key,
  grid            uuid        not null references grid,
  code            varchar(20) not null, -- signs, more, none_so_far
  non_punishment  varchar(20) not null, -- applies, to_examine, not_now
  content         bytea       not null,
  at              timestamp(6) with time zone not null,
  by_user         uuid        not null
);
create index grid_conclusion_grid on grid_conclusion (grid, at);
