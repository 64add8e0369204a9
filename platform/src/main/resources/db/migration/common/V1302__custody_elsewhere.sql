-- certificates of colleagues of other nodes who take exhibits over; the person has an identifier here that nothing else has
create table officer_key_elsewhere (
  certificate_id varchar(43) not null primary key,
  user_id        uuid        not null unique,
  organisation   uuid        not null,
  certificate    bytea       not null,
  from_at        timestamp(6) with time zone not null,
  until_at       timestamp(6) with time zone not null
);

-- who of the other node asked for an exhibit of this one, and so can be offered it
create table joint_taker (
  team    uuid not null references joint_team (id),
  exhibit uuid not null references exhibit (id),
  user_id uuid not null,
  at      timestamp(6) with time zone not null,
  primary key (team, exhibit, user_id)
);
create index joint_taker_exhibit on joint_taker (exhibit);

-- custody of an exhibit of another node: who of this one asked or is offered it, the offer as its giver signed it (sealed under the
-- team's key), the hash of what was answered, and the exhibit as which its file is taken in here
create table joint_custody_elsewhere (
  team    uuid       not null references joint_team (id),
  exhibit uuid       not null,
  user_id uuid       not null,
  state   varchar(7) not null check (state in ('asked', 'offered', 'signed')),
  line    bytea,
  offer   varchar(64),
  answer  varchar(64),
  copy    uuid unique references exhibit (id),
  at      timestamp(6) with time zone not null,
  primary key (team, exhibit),
  check ((state = 'asked') = (line is null)),
  check ((line is null) = (offer is null)),
  check ((state = 'signed') = (answer is not null))
);
