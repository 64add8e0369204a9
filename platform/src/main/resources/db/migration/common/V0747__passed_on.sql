-- what was passed on of a dossier and is taken back there, since its sender took it back: as whoever passed it on
-- keeps it, and as whoever gave it hears of it; identifiers and codes, so that it can be answered after an erasure
create table passed_on (
  organisation    uuid          not null,
  origin_referral uuid          not null,
  onward          uuid          not null,
  recipient       uuid          not null,
  origin          uuid,
  name            varchar(2000) not null,
  country         varchar(2)    not null,
  state           varchar(20)   not null check (state in ('told', 'confirmed', 'forbidden')),
  ground          varchar(40),
  reference       bytea,
  until           date,
  told_at         timestamp(6) with time zone not null,
  answered_at     timestamp(6) with time zone,
  primary key (organisation, origin_referral, onward, recipient)
);
create index passed_on_onward on passed_on (organisation, onward);
