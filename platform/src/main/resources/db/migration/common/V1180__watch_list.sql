-- What is used to recruit people online, and who saw it where. Words, places and the hash of a picture are sealed; an entry is
-- recognised by a keyed fingerprint. Nothing of it is ever fetched.
create table watch_entry (
  id uuid not null primary key,
  organisation uuid not null references organisation (id),
  code varchar(10) not null unique,
  kind varchar(10) not null check (kind in ('account', 'advert', 'phrase', 'phone', 'platform', 'picture')),
  mark varchar(32) not null,
  words bytea not null,
  picture bytea,
  state varchar(20) not null check (state in ('watched', 'reported', 'taken_down', 'investigated')),
  version integer not null,
  state_at timestamp(6) with time zone not null,
  state_by uuid not null,
  seen_on date not null,
  touched_at timestamp(6) with time zone not null,
  unique (organisation, kind, mark)
);
create index watch_entry_touched on watch_entry (touched_at);
create table watch_sighting (
  id uuid not null primary key,
  entry uuid not null references watch_entry (id),
  seen_on date not null,
  place bytea not null,
  at timestamp(6) with time zone not null,
  by_user uuid not null
);
create index watch_sighting_entry on watch_sighting (entry, seen_on);
-- the states of an entry, one after the other
create table watch_step (
  entry uuid not null references watch_entry (id),
  number integer not null,
  state varchar(20) not null check (state in ('watched', 'reported', 'taken_down', 'investigated')),
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (entry, number)
);
-- from which tip an entry came; gone with either
create table watch_tip (
  entry uuid not null references watch_entry (id),
  tip uuid not null references tip (id),
  at timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (entry, tip)
);
create index watch_tip_tip on watch_tip (tip);
