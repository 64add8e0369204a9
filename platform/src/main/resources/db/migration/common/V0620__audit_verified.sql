-- what the newest walk over the whole chain found; broken is 0 if every entry fits
create table audit_verified (
  work    uuid                        not null primary key,
  at      timestamp(6) with time zone not null,
  entries bigint                      not null,
  roots   integer                     not null,
  broken  bigint                      not null
);
