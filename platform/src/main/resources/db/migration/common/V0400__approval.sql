-- An act that takes two persons. payload and reason are sealed under vault_key.
-- decided_by is the zero identifier where the operator decided at the machine.
create table approval_request (
  id           uuid                        not null primary key,
  code         varchar(7)                  not null unique,
  kind         varchar(60)                 not null,
  organisation uuid                        not null,
  subject_kind varchar(40)                 not null,
  subject      uuid                        not null,
  vault_key    uuid                        not null,
  payload      bytea                       not null,
  asked_by     uuid                        not null,
  asked_at     timestamp(6) with time zone not null,
  expires      timestamp(6) with time zone not null,
  state        varchar(12)                 not null,
  decided_by   uuid,
  decided_at   timestamp(6) with time zone,
  reason       bytea
);
create index approval_request_open on approval_request (state, organisation);
create index approval_request_subject on approval_request (subject, kind);
create index approval_request_asker on approval_request (asked_by, asked_at);

-- Which acts an organisation chose to need a second person; what is demanded never stands here.
create table approval_choice (
  organisation uuid        not null,
  kind         varchar(60) not null,
  needed       boolean     not null,
  primary key (organisation, kind)
);
