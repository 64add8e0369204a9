-- who can take an exhibit of the other node from somebody here: who asked, on either side, and who gave it. The key is named by its
-- certificate
create table joint_taker_elsewhere (
  team           uuid        not null references joint_team (id),
  exhibit        uuid        not null,
  certificate_id varchar(43) not null,
  user_id        uuid        not null,
  far            boolean     not null,
  at             timestamp(6) with time zone not null,
  primary key (team, exhibit, certificate_id)
);

-- hand-overs that somebody here signed, in chains of the other node: who took by it, or nobody if it was handed back
create table joint_signed_elsewhere (
  team           uuid        not null references joint_team (id),
  exhibit        uuid        not null,
  entry          varchar(64) not null,
  user_id        uuid,
  certificate_id varchar(43),
  at             timestamp(6) with time zone not null,
  primary key (team, exhibit, entry),
  check ((user_id is null) = (certificate_id is null))
);
create index joint_signed_elsewhere_entry on joint_signed_elsewhere (exhibit, entry);

-- what somebody here who holds an exhibit of the other node offers, until that node says what became of it. The line is sealed under
-- the team's key
create table joint_given_elsewhere (
  team    uuid        not null references joint_team (id),
  exhibit uuid        not null,
  user_id uuid        not null,
  to_user uuid        not null,
  state   varchar(9)  not null check (state in ('given', 'withdrawn')),
  line    bytea       not null,
  offer   varchar(64) not null,
  at      timestamp(6) with time zone not null,
  primary key (team, exhibit)
);

-- until now one row of an exhibit said who asked or signed last; the key was the newest of that time
insert into joint_taker_elsewhere (team, exhibit, certificate_id, user_id, far, at)
  select c.team, c.exhibit, k.certificate_id, c.user_id, false, c.at
    from joint_custody_elsewhere c join officer_key k on k.user_id = c.user_id
   where c.state <> 'signed' and k.from_at = (
         select max(n.from_at) from officer_key n where n.user_id = c.user_id and n.from_at <= c.at);
insert into joint_signed_elsewhere (team, exhibit, entry, user_id, certificate_id, at)
  select c.team, c.exhibit, c.answer, c.user_id, k.certificate_id, c.at
    from joint_custody_elsewhere c join officer_key k on k.user_id = c.user_id
   where c.state = 'signed' and k.from_at = (
         select max(n.from_at) from officer_key n where n.user_id = c.user_id and n.from_at <= c.at);
