-- Which roots of the log other nodes are shown: one at each fixed hour. A partner that could have one made when it
-- likes would read from its length what its own question did here.
create table audit_shown_root (
  number integer not null primary key,
  size   bigint  not null references audit_checkpoint (size),
  at     timestamp(6) with time zone not null
);
create index audit_shown_root_size on audit_shown_root (size);
insert into audit_shown_root (number, size, at)
  select 1, c.size, c.at from audit_checkpoint c
   where c.size = (select max(o.size) from audit_checkpoint o);
