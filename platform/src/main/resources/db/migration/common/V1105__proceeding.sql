-- proceedings before courts: what they cover, hearings, and per charge what was decided; a decision that was replaced on appeal stays
create table proceeding (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  country       varchar(2)  not null,
  stage         varchar(20) not null,
  opened_on     date        not null,
  closed_on     date,
  words         bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  constraint proceeding_stage check (stage in ('pre_trial', 'first_instance', 'appeal', 'cassation')),
  check (closed_on is null or closed_on >= opened_on)
);
create index proceeding_of on proceeding (investigation);

create table proceeding_charge (
  proceeding uuid not null references proceeding (id),
  charge     uuid not null references charge (id),
  primary key (proceeding, charge)
);
create index proceeding_charge_charge on proceeding_charge (charge);

create table court_hearing (
  id         uuid        not null primary key,
  proceeding uuid        not null references proceeding (id),
  kind       varchar(20) not null check (kind in ('preliminary', 'main', 'evidence', 'judgment', 'appeal', 'other')),
  on_day     date        not null,
  at_hour    varchar(5)  not null,
  state      varchar(10) not null check (state in ('planned', 'held', 'adjourned', 'cancelled')),
  words      bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null
);
create index court_hearing_of on court_hearing (proceeding, on_day);

create table charge_outcome (
  id           uuid        not null primary key,
  charge       uuid        not null references charge (id),
  proceeding   uuid        not null references proceeding (id),
  kind         varchar(20) not null,
  stage        varchar(20) not null,
  on_day       date        not null,
  appeal_until date,
  final_on     date,
  -- without a foreign key: a backup is read back row by row, in any order
  replaced_by  uuid,
  words        bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  constraint charge_outcome_kind check (kind in ('convicted', 'acquitted', 'dismissed', 'discontinued', 'not_punished')),
  check (final_on is null or replaced_by is null)
);
create index charge_outcome_charge on charge_outcome (charge);
create index charge_outcome_proceeding on charge_outcome (proceeding);

create table outcome_sentence (
  id        uuid        not null primary key,
  outcome   uuid        not null references charge_outcome (id),
  kind      varchar(20) not null check (kind in
    ('prison', 'suspended', 'fine', 'service', 'ban', 'confiscation', 'compensation', 'other')),
  months    integer check (months > 0),
  amount    numeric(14, 2) check (amount > 0),
  currency  varchar(3)  not null,
  words     bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid
);
create index outcome_sentence_of on outcome_sentence (outcome);

create table outcome_appeal (
  id       uuid        not null primary key,
  outcome  uuid        not null references charge_outcome (id),
  by_party varchar(20) not null check (by_party in ('prosecution', 'defence', 'victim')),
  on_day   date        not null,
  state    varchar(10) not null check (state in ('pending', 'decided', 'withdrawn')),
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null
);
create index outcome_appeal_of on outcome_appeal (outcome);
