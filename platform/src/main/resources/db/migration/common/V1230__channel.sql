-- Channels by which partners (airlines, hotels, platforms, labour inspectorates, operators) report to a triage team. What they
-- report is a tip, sealed on arrival; of a token stands only its digest.
create table channel_partner (
  id uuid not null primary key,
  organisation uuid not null references tip_team (organisation),
  name varchar(200) not null,
  sector varchar(30) not null
    check (sector in ('airline', 'hotel', 'platform', 'labour_inspectorate', 'transport', 'telecom')),
  partnership varchar(200) not null,
  contact bytea,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  ended_at timestamp(6) with time zone
);
create index channel_partner_organisation on channel_partner (organisation);
create index channel_partner_partnership on channel_partner (partnership);
create table channel_token (
  id uuid not null primary key,
  partner uuid not null references channel_partner (id),
  digest varchar(64) not null unique,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  used_on date,
  ended_at timestamp(6) with time zone
);
create index channel_token_partner on channel_token (partner);
-- who of the partners sent a tip; gone with the tip
create table channel_report (
  id uuid not null primary key,
  partner uuid not null references channel_partner (id),
  tip uuid not null unique references tip (id),
  sent_key uuid not null,
  mark varchar(64) not null,
  form varchar(20) not null check (form in ('crew', 'room', 'advert', 'account', 'inspection')),
  at timestamp(6) with time zone not null,
  feedback varchar(20) check (feedback in ('acted', 'not_enough', 'passed_on')),
  unique (partner, sent_key)
);
alter table tip add column partner uuid references channel_partner (id);
alter table tip add column sector varchar(30);
create index tip_partner on tip (partner);
-- what is counted of partners' tips that are gone
create table tip_sector_tally (
  organisation uuid not null references tip_team (organisation),
  sector varchar(30) not null,
  category varchar(40) not null,
  outcome varchar(20) not null,
  tips bigint not null,
  primary key (organisation, sector, category, outcome)
);
