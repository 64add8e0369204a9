-- what a later version may bring: a table rebuilt beside its check, and every object whose expression a database keeps
alter table submission add column later varchar(10) default 'none' not null check (later in ('none', 'some'));
create domain later_state as varchar(10) check (value in ('new', 'done'));
create table later (
  kind  varchar(10) not null check (kind in ('old', 'new')),
  age   varchar(10) generated always as (case when kind in ('old', 'older') then 'past' else 'present' end),
  state later_state default case when 'a' in ('a', 'b') then 'new' else 'done' end not null
);
create view later_seen as select kind, age, state from later where kind in ('old', 'new');
