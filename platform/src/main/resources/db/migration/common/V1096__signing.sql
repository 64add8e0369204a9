-- keys by which colleagues sign custody, and organisations their case files; a private key lies under a key of its own, below the
-- organisation's, and is destroyed when it ends; certificates stay, since what was signed must verify
create table officer_key (
  id             uuid        not null primary key,
  user_id        uuid        not null,
  organisation   uuid        not null,
  certificate    bytea       not null,
  certificate_id varchar(43) not null unique,
  secret         bytea,
  from_at        timestamp(6) with time zone not null,
  until_at       timestamp(6) with time zone not null,
  ended_at       timestamp(6) with time zone,
  check ((ended_at is null) = (secret is not null))
);
create index officer_key_user on officer_key (user_id);

create table organisation_seal (
  id             uuid        not null primary key,
  organisation   uuid        not null,
  made           boolean     not null,
  certificate    bytea       not null,
  certificate_id varchar(43) not null,
  secret         bytea,
  from_at        timestamp(6) with time zone not null,
  until_at       timestamp(6) with time zone not null,
  at             timestamp(6) with time zone not null,
  by_user        uuid        not null,
  ended_at       timestamp(6) with time zone,
  check ((ended_at is null) = (secret is not null))
);
create index organisation_seal_of on organisation_seal (organisation);
