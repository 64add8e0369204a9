-- What was measured around a campaign, such as a survey before and after it: whole versions, counted and sealed under the key of the
-- organisation that entered the campaign. Rows of respondents are not stored.
create table campaign_effect (
  id uuid not null primary key,
  campaign uuid not null references campaign (id),
  kind varchar(10) not null check (kind in ('survey', 'calls')),
  version integer not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_by uuid
);
create index campaign_effect_campaign on campaign_effect (campaign);
create table campaign_effect_version (
  effect uuid not null references campaign_effect (id),
  number integer not null,
  content bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (effect, number)
);
