create table screening (
  id           uuid                        not null primary key,
  code         varchar(7)                  not null unique,
  organisation uuid                        not null,
  officer      uuid                        not null,
  submission   uuid                        not null references submission (id),
  form         varchar(60)                 not null,
  version      integer                     not null,
  first        uuid                        not null,
  former       uuid,
  case_id      uuid,
  started_at   timestamp(6) with time zone not null,
  changed_at   timestamp(6) with time zone not null,
  finished_at  timestamp(6) with time zone,
  outcome      varchar(30),
  urgency      varchar(10),
  maybe_minor  boolean,
  rules        integer,
  result       bytea
);
create index screening_officer on screening (organisation, officer, started_at);
create index screening_case on screening (case_id);
create index screening_first on screening (first, started_at);
