-- what each organisation says of a joint team after its end; words are sealed under the team's key
create table joint_evaluation (
  team         uuid    not null references joint_team (id),
  organisation uuid    not null,
  words        bytea   not null,
  searches     integer not null check (searches >= 0),
  arrests      integer not null check (arrests >= 0),
  charged      integer not null check (charged >= 0),
  convicted    integer not null check (convicted >= 0),
  spared       integer not null check (spared >= 0),
  version      integer not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid    not null,
  primary key (team, organisation)
);
