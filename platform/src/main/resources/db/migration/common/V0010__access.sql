create table organisation (
  id         uuid                        not null primary key,
  handle     varchar(40)                 not null unique,
  name_en    varchar(200)                not null,
  name_fr    varchar(200)                not null,
  name_sr    varchar(200)                not null,
  type       varchar(40)                 not null,
  country    varchar(2)                  not null,
  mandate    varchar(2000)               not null,
  place      varchar(200)                not null,
  duty_phone varchar(40)                 not null,
  casework   boolean                     not null,
  active     boolean                     not null,
  created    timestamp(6) with time zone not null
);
create index organisation_country on organisation (country, type);

-- login_key is the login as it is compared: NFKC, lower case
-- epoch counts what ends all sessions: a new password, other roles, being disabled, "sign out everywhere"
create table app_user (
  id               uuid                        not null primary key,
  login            varchar(254)                not null,
  login_key        varchar(254)                not null unique,
  name             varchar(200)                not null,
  organisation     uuid                        not null references organisation (id),
  password_hash    varchar(300),
  language         varchar(20)                 not null,
  active           boolean                     not null,
  epoch            bigint                      not null,
  created          timestamp(6) with time zone not null
);
create index app_user_organisation on app_user (organisation);

create table user_role (
  user_id uuid        not null references app_user (id),
  role    varchar(40) not null,
  primary key (user_id, role)
);

-- secret: sealed under the organisation's key; last_step: a code is used once
create table totp (
  user_id   uuid                        not null primary key references app_user (id),
  secret    bytea                       not null,
  last_step bigint                      not null,
  created   timestamp(6) with time zone not null
);

create table recovery_code (
  user_id uuid        not null references app_user (id),
  hash    varchar(64) not null,
  used    timestamp(6) with time zone,
  primary key (user_id, hash)
);

create table passkey (
  credential_id   varchar(1400)               not null primary key,
  user_id         uuid                        not null references app_user (id),
  label           varchar(100)                not null,
  public_key      bytea                       not null,
  signature_count bigint                      not null,
  user_verified   boolean                     not null,
  transports      varchar(200)                not null,
  backup_eligible boolean                     not null,
  backed_up       boolean                     not null,
  attestation     bytea,
  client_data     bytea,
  created         timestamp(6) with time zone not null,
  last_used       timestamp(6) with time zone not null
);
create index passkey_user on passkey (user_id);

-- user_id is empty for the link of the first run, which makes the first organisation and administrator
create table setup_link (
  hash    varchar(64)                 not null primary key,
  user_id uuid references app_user (id),
  created timestamp(6) with time zone not null,
  expires timestamp(6) with time zone not null,
  used    timestamp(6) with time zone
);
create index setup_link_user on setup_link (user_id);

-- id is a digest of what is counted: a login as typed, an address, a device
create table throttle (
  id           varchar(64)                 not null primary key,
  failures     integer                     not null,
  last_failure timestamp(6) with time zone not null
);
create index throttle_last_failure on throttle (last_failure);

-- a browser on which somebody has completed a sign-in; wrong tries elsewhere do not slow it down
create table known_device (
  hash      varchar(64)                 not null primary key,
  user_id   uuid                        not null references app_user (id),
  last_used timestamp(6) with time zone not null
);
create index known_device_user on known_device (user_id);

create table user_session (
  id      uuid                        not null primary key,
  user_id uuid                        not null references app_user (id),
  epoch   bigint                      not null,
  device  varchar(80)                 not null,
  started timestamp(6) with time zone not null,
  seen    timestamp(6) with time zone not null,
  ended   timestamp(6) with time zone
);
create index user_session_user on user_session (user_id, started);
