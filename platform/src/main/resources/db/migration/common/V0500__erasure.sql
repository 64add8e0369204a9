-- who was erased: identifiers and codes only, so that whoever asks learns that it was done, by whom and why
create table erasure (
  id           uuid        not null primary key,
  organisation uuid        not null,
  person       uuid        not null,
  reason       varchar(40) not null,
  asked_by     uuid,
  decided_by   uuid,
  at           timestamp(6) with time zone not null
);
create index erasure_organisation on erasure (organisation, at);
create table erasure_case (
  erasure uuid       not null references erasure (id),
  case_id uuid       not null,
  code    varchar(7) not null,
  primary key (erasure, case_id)
);
create index erasure_case_code on erasure_case (code);

-- whoever had received something was told, and confirmed
create table erasure_recipient (
  erasure         uuid          not null references erasure (id),
  referral        uuid          not null,
  recipient       uuid          not null,
  basis_kind      varchar(20)   not null,
  purpose         varchar(40)   not null,
  fields          varchar(2000) not null,
  disclosed_at    timestamp(6) with time zone not null,
  told_at         timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  primary key (erasure, referral)
);
create index erasure_recipient_referral on erasure_recipient (referral, recipient);

-- for how long after its end a file is kept, by what it was for
create table retention_rule (
  organisation uuid        not null,
  purpose      varchar(40) not null,
  months       integer     not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  primary key (organisation, purpose)
);
-- a review that decided to keep a file for longer
create table retention_review (
  id           uuid        not null primary key,
  organisation uuid        not null,
  purpose      varchar(40) not null,
  subject      uuid        not null,
  keep_until   date        not null,
  reason       bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null
);
create index retention_review_subject on retention_review (subject, keep_until);
