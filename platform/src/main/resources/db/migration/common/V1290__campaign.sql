-- Campaigns of the strategy, what was made for them, what a country of origin needs to know, and whom they reached. What is written is
-- sealed under the key of the organisation that entered the campaign; references lead to the register.
create table campaign (
  id uuid not null primary key,
  organisation uuid not null references organisation (id),
  responsible varchar(200) not null,
  measure varchar(200) not null,
  money varchar(200),
  ends_on date not null,
  called_off boolean not null,
  at timestamp(6) with time zone not null
);
create index campaign_organisation on campaign (organisation);
-- the campaign itself, a material or the text for a country; each is changed by itself
create table campaign_part (
  id uuid not null primary key,
  campaign uuid not null references campaign (id),
  kind varchar(10) not null check (kind in ('campaign', 'material', 'brief')),
  country varchar(2),
  rights_until date,
  version integer not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_by uuid,
  unique (campaign, country)
);
create table campaign_revision (
  part uuid not null references campaign_part (id),
  number integer not null,
  content bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (part, number)
);
-- a reach that was entered is never changed; another entry strikes it
create table campaign_reach (
  id uuid not null primary key,
  campaign uuid not null references campaign (id),
  channel varchar(20) not null check (channel in ('social', 'web', 'television', 'radio', 'press', 'cinema', 'posters', 'leaflets',
    'schools', 'events', 'transport', 'community', 'other')),
  reached bigint not null check (reached >= 0),
  unit varchar(20) not null check (unit in ('people', 'views', 'listeners', 'visits', 'copies', 'pupils', 'calls')),
  starts_on date not null,
  ends_on date not null,
  content bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  check (ends_on >= starts_on)
);
create index campaign_reach_campaign on campaign_reach (campaign, starts_on);
create table campaign_reach_struck (
  entry uuid not null primary key references campaign_reach (id),
  by_entry uuid not null unique references campaign_reach (id)
);
