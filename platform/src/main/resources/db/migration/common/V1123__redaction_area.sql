-- areas of an exhibit that are to be burnt in, until a copy is made; then they stand in what is said of the copy
create table redaction_area (
  id      uuid             not null primary key,
  exhibit uuid             not null references exhibit (id),
  page    integer          not null check (page > 0),
  x       double precision not null,
  y       double precision not null,
  width   double precision not null check (width > 0),
  height  double precision not null check (height > 0),
  reason  bytea            not null,
  at      timestamp(6) with time zone not null,
  by_user uuid             not null
);
create index redaction_area_of on redaction_area (exhibit, page);
