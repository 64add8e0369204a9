-- exhibits that an organisation lets its joint team read: what they are and their custody, not their content
create table joint_exhibit (
  team         uuid not null references joint_team (id),
  exhibit      uuid not null references exhibit (id),
  organisation uuid not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid not null,
  ended_at     timestamp(6) with time zone,
  ended_by     uuid,
  primary key (team, exhibit)
);
create index joint_exhibit_exhibit on joint_exhibit (exhibit);
