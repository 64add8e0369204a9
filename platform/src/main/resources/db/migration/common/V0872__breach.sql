-- breaches of personal data (GDPR, articles 33 and 34); words are sealed under the organisation's key
create table breach (
  id                uuid        not null primary key,
  organisation      uuid        not null,
  found_at          timestamp(6) with time zone not null,
  risk              varchar(20) not null,
  affected          integer,              -- about how many persons; null: not known yet
  words             bytea       not null, -- what happened, consequences, measures, reference, reasons
  authority         varchar(20),          -- null: not decided yet
  authority_told_at timestamp(6) with time zone,
  persons           varchar(20),
  persons_told_on   date,
  version           integer     not null,
  at                timestamp(6) with time zone not null,
  by_user           uuid        not null,
  constraint breach_risk check (risk in ('unlikely', 'risk', 'high')),
  constraint breach_authority check (authority in ('told', 'not_told')),
  constraint breach_persons check (persons in ('told', 'not_told'))
);
create index breach_organisation on breach (organisation, found_at);
