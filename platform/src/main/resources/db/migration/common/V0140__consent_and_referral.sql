create table consent (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  case_id       uuid        not null references protect_case,
  purpose       varchar(40) not null,
  recipient     uuid        not null,
  state         varchar(20) not null, -- given, refused, withdrawn
  version       integer     not null,
  capacity      varchar(40) not null,
  given_by      uuid,                 -- the guardian's file, where one gave it
  explained_in  varchar(8)  not null,
  onward        boolean     not null,
  transfer      varchar(40),          -- instrument for transfers from the EU to a third country
  from_day      date        not null,
  until_day     date        not null,
  note          bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  withdrawn_at  timestamp(6) with time zone
);
create index consent_case on consent (case_id, at);
create table consent_category (
  consent  uuid        not null references consent,
  category varchar(20) not null,
  primary key (consent, category)
);
create table consent_history (
  consent  uuid        not null references consent,
  version  integer     not null,
  state    varchar(20) not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null,
  primary key (consent, version)
);

create table legal_ground (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  case_id       uuid        not null references protect_case,
  kind          varchar(40) not null, -- law, court_request, convention_in_force, vital_interests
  purpose       varchar(40) not null,
  recipient     uuid        not null,
  instrument    varchar(60),
  transfer      varchar(40),
  reason        bytea       not null,
  version       integer     not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  review_due    timestamp(6) with time zone,
  reviewed_at   timestamp(6) with time zone,
  reviewed_by   uuid,
  upheld        boolean
);
create index legal_ground_case on legal_ground (case_id, at);
create index legal_ground_review on legal_ground (organisation, review_due);
create table legal_ground_category (
  ground   uuid        not null references legal_ground,
  category varchar(20) not null,
  primary key (ground, category)
);

-- who received what, on what basis, in which version of it
create table disclosure (
  id             uuid          not null primary key,
  organisation   uuid          not null,
  case_id        uuid          not null references protect_case,
  recipient      uuid          not null,
  basis_kind     varchar(20)   not null, -- consent, legal_ground
  basis          uuid          not null,
  basis_version  integer       not null,
  purpose        varchar(40)   not null,
  fields         varchar(2000) not null,
  onward         boolean       not null,
  message        uuid          not null,
  referral       uuid          not null,
  state          varchar(20)   not null, -- queued, delivered, stopped
  at             timestamp(6) with time zone not null,
  by_user        uuid          not null
);
create index disclosure_case on disclosure (case_id, at);
create index disclosure_basis on disclosure (basis);
create index disclosure_message on disclosure (message);

-- the sender's view of a referral
create table referral (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  case_id       uuid        not null references protect_case,
  recipient     uuid        not null,
  service       varchar(40) not null,
  purpose       varchar(40) not null,
  deadline      timestamp(6) with time zone not null,
  state         varchar(20) not null, -- draft, queued, sent, accepted, declined, revoked, done, stopped
  request       bytea       not null,
  fields        varchar(2000) not null,
  basis         uuid,
  answer        varchar(40),
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  sent_at       timestamp(6) with time zone,
  answered_at   timestamp(6) with time zone,
  reminded_at   timestamp(6) with time zone,
  escalated_at  timestamp(6) with time zone,
  withdrawal_acknowledged_at timestamp(6) with time zone
);
create index referral_case on referral (case_id, at);
create index referral_open on referral (organisation, state, deadline);

-- the recipient's view: a file of its own, under a key of its own
create table received_referral (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  sender        uuid        not null,
  service       varchar(40) not null,
  deadline      timestamp(6) with time zone not null,
  state         varchar(20) not null, -- open, accepted, declined, revoked, done
  dossier       bytea       not null,
  minor         boolean     not null,
  received_at   timestamp(6) with time zone not null,
  answered_at   timestamp(6) with time zone,
  answered_by   uuid,
  answer        varchar(40),
  case_id       uuid references protect_case,
  withdrawn_at  timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  reminded_at   timestamp(6) with time zone,
  escalated_at  timestamp(6) with time zone
);
create index received_referral_open on received_referral (organisation, state, deadline);

create table referral_message (
  id            uuid    not null primary key,
  referral      uuid    not null,
  organisation  uuid    not null, -- whose copy this is
  sender        uuid    not null,
  content       bytea   not null,
  at            timestamp(6) with time zone not null
);
create index referral_message_referral on referral_message (organisation, referral, at);
