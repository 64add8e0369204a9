-- a party of another node brings an investigation there, of which only the number is known; what came from there was entered by
-- nobody here. message: the proposal, so that it is said where it could not be delivered
create table joint_party_wider (
  team          uuid        not null references joint_team (id),
  organisation  uuid        not null,
  far           boolean     not null,
  state         varchar(10) not null check (state in ('invited', 'signed', 'declined', 'left', 'unreached')),
  investigation uuid references investigation (id),
  number        varchar(60),
  message       uuid,
  words         bytea,
  at            timestamp(6) with time zone not null,
  by_user       uuid,
  primary key (team, organisation),
  check (far or (state in ('signed', 'left')) = (investigation is not null)),
  check (not far or investigation is null),
  check ((state in ('declined', 'left')) = (words is not null))
);
insert into joint_party_wider (team, organisation, far, state, investigation, words, at, by_user)
  select team, organisation, false, state, investigation, words, at, by_user from joint_party;
drop table joint_party;
alter table joint_party_wider rename to joint_party;
create index joint_party_investigation on joint_party (investigation);
create index joint_party_organisation on joint_party (organisation);
create index joint_party_message on joint_party (message);
alter table joint_team alter column by_user drop not null;
alter table joint_step alter column by_user drop not null;
alter table joint_step alter column changed_by drop not null;
