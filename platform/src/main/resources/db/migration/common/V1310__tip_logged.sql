-- What came by the process of the public pages, which has no right to the log: the house writes its lines.
alter table tip_part add column logged boolean default true not null;
create index tip_part_logged on tip_part (logged);
