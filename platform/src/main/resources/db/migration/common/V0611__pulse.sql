-- written to every few seconds: whether anything can be saved is known by saving something
create table pulse (
  id   integer                     not null primary key check (id in (1, 2)),
  at   timestamp(6) with time zone not null
);
insert into pulse (id, at) values (1, current_timestamp);
