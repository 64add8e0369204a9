-- joint investigation teams of organisations of this installation. Words are sealed under the team's key, below that of the organisation
-- that proposed it; each organisation brings one investigation of its own
create table joint_team (
  id       uuid        not null primary key,
  basis    varchar(20) not null check (basis in ('eu_2000', 'eu_2002', 'coe_2001', 'un_2000', 'see_2006', 'bilateral', 'national')),
  words    bytea       not null,
  from_on  date        not null,
  until_on date        not null,
  ended_on date,
  founder  uuid        not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null,
  check (until_on >= from_on)
);

-- words: why it declined or left
create table joint_party (
  team          uuid        not null references joint_team (id),
  organisation  uuid        not null,
  state         varchar(10) not null check (state in ('invited', 'signed', 'declined', 'left')),
  investigation uuid references investigation (id),
  words         bytea,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  primary key (team, organisation),
  check ((state in ('signed', 'left')) = (investigation is not null)),
  check ((state in ('declined', 'left')) = (words is not null))
);
create index joint_party_investigation on joint_party (investigation);
create index joint_party_organisation on joint_party (organisation);

-- besides the prosecutors of the investigation
create table joint_member (
  team         uuid not null references joint_team (id),
  user_id      uuid not null,
  organisation uuid not null,
  added_by     uuid not null,
  at           timestamp(6) with time zone not null,
  primary key (team, user_id)
);

create table joint_extension (
  id           uuid        not null primary key,
  team         uuid        not null references joint_team (id),
  number       integer     not null,
  until_on     date        not null,
  state        varchar(10) not null check (state in ('open', 'agreed', 'refused')),
  organisation uuid        not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  unique (team, number)
);

create table joint_extension_signature (
  extension    uuid not null references joint_extension (id),
  organisation uuid not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid not null,
  primary key (extension, organisation)
);
