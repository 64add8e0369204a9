-- Texts of a campaign in three languages, for letters: whole versions, sealed under the key of the organisation that entered the campaign.
create table campaign_wording (
  campaign uuid not null references campaign (id),
  version integer not null,
  content bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (campaign, version)
);
