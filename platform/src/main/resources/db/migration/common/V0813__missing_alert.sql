-- an authority confirmed that it looks for somebody who is missing; one for each time they are
create table missing_alert (
  id           uuid  not null primary key,
  stay         uuid  not null references stay (id),
  missing_at   timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone not null,
  details      bytea not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid  not null
);
create index missing_alert_of on missing_alert (stay, missing_at);

-- what the house may know of the person, chosen field by field by the case's team and sealed under the case's key
alter table stay add column known bytea;
