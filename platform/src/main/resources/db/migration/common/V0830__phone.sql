-- Screening without a network. Keys to which phones seal what they keep: the secret half lies sealed under the node's
-- own and ends long after the key was last offered.
create table phone_key (
  id        uuid        not null primary key,
  recipient varchar(80) not null unique,
  from_at   timestamp(6) with time zone not null,
  until_at  timestamp(6) with time zone not null,
  secret    bytea
);

-- phones of colleagues; what they call it is sealed under their organisation's key
create table phone (
  id           uuid         not null primary key,
  organisation uuid         not null,
  user_id      uuid         not null,
  name         bytea        not null,
  jwk          varchar(400) not null,
  at           timestamp(6) with time zone not null,
  seen_at      timestamp(6) with time zone,
  waiting      integer      not null default 0 check (waiting >= 0),
  lost_at      timestamp(6) with time zone,
  lost_by      uuid,
  check ((lost_at is null) = (lost_by is null))
);
create index phone_organisation on phone (organisation, at);
create index phone_user on phone (user_id, at);
