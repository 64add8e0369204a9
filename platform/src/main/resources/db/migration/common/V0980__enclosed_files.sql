-- Files of a case that go along with a referral or a hand-over: chosen by its sender, each with the category on which
-- it goes, and by which messages they left, piece by piece.
create table enclosed_file (
  id            uuid        not null primary key,
  referral      uuid        not null,
  organisation  uuid        not null,
  file          uuid        not null,
  category      varchar(20) not null check (category in
    ('', 'identity', 'contact', 'health', 'narrative', 'file', 'photograph', 'case')),
  at            timestamp(6) with time zone not null
);
create index enclosed_file_referral on enclosed_file (referral, organisation);
create table enclosed_piece (
  message   uuid        not null primary key,
  enclosed  uuid        not null references enclosed_file,
  dossier   uuid        not null, -- the message whose disclosure covers it
  number    integer     not null,
  state     varchar(10) default 'waiting' not null check (state in ('waiting', 'arrived', 'stopped'))
);
create index enclosed_piece_enclosed on enclosed_piece (enclosed);

-- What came, at its recipient or in a letterbox, sealed under the key of the dossier: pieces until all are there, then
-- the whole, unless it is not what the dossier says or of a kind that is not kept.
create table came_piece (
  referral      uuid    not null,
  organisation  uuid    not null,
  file          uuid    not null,
  number        integer not null,
  content       bytea   not null,
  primary key (referral, organisation, file, number)
);
create table came_file (
  referral      uuid        not null,
  organisation  uuid        not null,
  file          uuid        not null,
  state         varchar(10) not null check (state in ('whole', 'altered', 'refused')),
  media_type    varchar(80),
  name          bytea,
  content       bytea,
  at            timestamp(6) with time zone not null,
  primary key (referral, organisation, file)
);

-- A file of a case that came with a referral, once however often that is accepted; it goes when its sender takes it
-- back.
alter table case_file add column came_with uuid;
alter table case_file add column came_file uuid;
alter table case_file add column came_from uuid;
alter table case_file add constraint case_file_came unique (came_with, came_file);
