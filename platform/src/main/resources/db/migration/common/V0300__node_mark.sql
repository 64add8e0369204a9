-- whether this database holds invented people or real ones: the one is never opened as the other
create table node_mark (
  id   integer     not null primary key check (id = 1),
  kind varchar(10) not null check (kind in ('demo', 'real'))
);
