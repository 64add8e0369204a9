-- a law forbids a recipient to erase its own file: as it said so itself, and as the sender heard it
create table retained_by_law (
  referral     uuid        not null,
  organisation uuid        not null,
  ground       varchar(40) not null,
  reference    bytea       not null,
  until        date,
  said_at      timestamp(6) with time zone not null,
  primary key (referral, organisation)
);
