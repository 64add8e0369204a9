-- operational action plans of joint teams; words are sealed under the team's key
create table joint_step (
  id           uuid        not null primary key,
  team         uuid        not null references joint_team (id),
  number       integer     not null,
  organisation uuid        not null,
  due_on       date        not null,
  state        varchar(10) not null check (state in ('open', 'under_way', 'done', 'dropped')),
  words        bytea       not null,
  version      integer     not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  changed_at   timestamp(6) with time zone not null,
  changed_by   uuid        not null,
  unique (team, number)
);
