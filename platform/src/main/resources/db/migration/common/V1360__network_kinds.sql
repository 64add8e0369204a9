-- What the words of imported files for kinds of actors meant, for the next file of the same network.
create table network_kinds (
  network       uuid        not null primary key references network,
  content       bytea       not null,
  at            timestamp(6) with time zone not null
);
