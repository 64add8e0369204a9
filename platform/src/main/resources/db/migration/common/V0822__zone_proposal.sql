-- what the team of a network tells the team of a case: where the child must not be, sealed under the case's key
create table zone_proposal (
  id      uuid        not null primary key,
  case_id uuid        not null references protect_case (id),
  kind    varchar(20) not null,
  name    bytea       not null,
  at      timestamp(6) with time zone not null
);
create index zone_proposal_case on zone_proposal (case_id);
