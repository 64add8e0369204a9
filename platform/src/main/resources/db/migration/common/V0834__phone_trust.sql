-- statements in which the keys changed by which phones recognise this node, each signed by a key of the one before:
-- what a phone that was long without a network walks along
create table phone_trust (
  number    integer       not null primary key,
  keys      varchar(1000) not null,
  statement varchar(8000) not null,
  at        timestamp(6) with time zone not null
);
