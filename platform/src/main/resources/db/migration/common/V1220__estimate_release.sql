-- Estimates of how many victims there are, published as two programme managers approved them. The content is rounded
-- outwards, names nobody and never changes, whatever becomes of the study; pages and the file are made of it.
create table estimate_release (
  number        integer                     not null primary key,
  organisation  uuid                        not null,
  study         uuid                        not null,
  content       bytea                       not null,
  digest        varchar(64)                 not null,
  at            timestamp(6) with time zone not null,
  asked_by      uuid                        not null,
  asked_name    varchar(200)                not null,
  approved_by   uuid                        not null,
  approved_name varchar(200)                not null
);
create unique index estimate_release_study on estimate_release (study);
