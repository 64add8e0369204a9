-- a victim in an investigation: facts are sealed under a key below the case's, or under the investigation's if there is no case;
-- when the basis ends, only the number stays
create table investigation_victim (
  id            uuid    not null primary key,
  investigation uuid    not null references investigation (id),
  number        integer not null,
  case_id       uuid references protect_case (id),
  basis         uuid,
  facts         bytea,
  ended_at      timestamp(6) with time zone,
  at            timestamp(6) with time zone not null,
  by_user       uuid    not null,
  unique (investigation, number),
  check ((case_id is null) = (basis is null)),
  check (ended_at is null or (case_id is null and facts is null))
);
create index investigation_victim_case on investigation_victim (case_id);
create index investigation_victim_basis on investigation_victim (basis);
