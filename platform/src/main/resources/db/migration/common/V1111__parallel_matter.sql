-- the same suspect, charged or finally judged in two investigations of this installation. Each side reads that there is another and whom to
-- call; what it thinks of it and why stays on its own side
create table parallel_matter (
  id                uuid        not null primary key,
  suspect_one       uuid        not null references suspect (id),
  suspect_two       uuid        not null references suspect (id),
  investigation_one uuid        not null references investigation (id),
  investigation_two uuid        not null references investigation (id),
  kind              varchar(10) not null check (kind in ('charged', 'judged')),
  at                timestamp(6) with time zone not null,
  unique (suspect_one, suspect_two)
);
create index parallel_matter_suspect_two on parallel_matter (suspect_two);
create index parallel_matter_one on parallel_matter (investigation_one);
create index parallel_matter_two on parallel_matter (investigation_two);

-- the newest of a side counts; earlier ones stay
create table parallel_position (
  id            uuid        not null primary key,
  matter        uuid        not null references parallel_matter (id),
  investigation uuid        not null references investigation (id),
  number        integer     not null,
  stand         varchar(10) not null check (stand in ('here', 'there', 'none')),
  words         bytea       not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  unique (matter, investigation, number)
);
create index parallel_position_investigation on parallel_position (investigation);
