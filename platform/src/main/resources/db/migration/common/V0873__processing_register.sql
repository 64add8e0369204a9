-- what a person adds to the register of processing (GDPR, article 30); the rest is derived. It names who answers
-- for the organisation, so it is sealed under the organisation's key
create table processing_register (
  organisation uuid    not null primary key,
  words        bytea   not null,
  version      integer not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid    not null
);
