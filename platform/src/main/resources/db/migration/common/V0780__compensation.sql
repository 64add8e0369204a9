-- what a person claims, was awarded and has received; amounts are exact decimals in the currency of their claim
create table compensation_claim (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  route        varchar(20) not null check (route in ('criminal_court', 'civil_court', 'labour_court', 'state_fund', 'insurance', 'settlement', 'other')),
  country      varchar(2)  not null,
  currency     varchar(3)  not null,
  details      bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null
);
create index compensation_claim_case on compensation_claim (case_id);
create index compensation_claim_organisation on compensation_claim (organisation);
create index compensation_claim_country on compensation_claim (country);

-- nothing is written over: what was entered by mistake is struck out and stays
create table compensation_step (
  id        uuid        not null primary key,
  claim     uuid        not null references compensation_claim (id),
  number    integer     not null,
  kind      varchar(20) not null check (kind in ('claimed', 'awarded', 'settled', 'refused', 'appealed', 'appeal_awarded', 'appeal_dismissed', 'paid', 'ended')),
  on_day    date        not null,
  amount    numeric(14, 2) check (amount > 0),
  payer     varchar(20) check (payer in ('offender', 'employer', 'state_fund', 'insurer', 'confiscated_assets', 'other')),
  details   bytea       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid,
  unique (claim, number),
  check ((amount is not null) = (kind in ('claimed', 'awarded', 'settled', 'appeal_awarded', 'paid'))),
  check ((payer is not null) = (kind = 'paid'))
);
