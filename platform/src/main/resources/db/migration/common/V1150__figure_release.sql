-- Figures that were released to everybody, as two programme managers approved them. They identify nobody and never
-- change; the content is the file from which pages and other files are made.
create table figure_release (
  number        integer                     not null primary key,
  period_year   integer                     not null,
  quarters      integer                     not null check (quarters between 1 and 4),
  tables        varchar(400)                not null,
  content       bytea                       not null,
  digest        varchar(64)                 not null,
  at            timestamp(6) with time zone not null,
  asked_by      uuid                        not null,
  asked_name    varchar(200)                not null,
  approved_by   uuid                        not null,
  approved_name varchar(200)                not null
);
create index figure_release_by_year on figure_release (period_year, number);
