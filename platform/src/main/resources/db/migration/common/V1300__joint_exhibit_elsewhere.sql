-- exhibits that the office of another node shares with a team: content is sealed under the team's key, and gone once sharing has ended.
-- revision: the last that had an effect; pin: digest of the first steps of custody, which every later chain must repeat;
-- no steps where only the end of sharing came
create table joint_exhibit_elsewhere (
  team         uuid        not null references joint_team (id),
  exhibit      uuid        not null,
  organisation uuid        not null,
  revision     integer     not null,
  steps        integer     not null check (steps >= 0),
  pin          varchar(64) not null,
  content      bytea,
  broken_at    timestamp(6) with time zone,
  at           timestamp(6) with time zone not null,
  primary key (team, exhibit)
);
-- how often the other node was told of an exhibit
alter table joint_exhibit add column told integer default 0 not null;
