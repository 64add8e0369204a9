-- suspects of an investigation; who it is lies under a key of its own, below the investigation's or below that of the victim's entry that named them
create table suspect (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  number        integer     not null,
  nature        varchar(10) not null check (nature in ('natural', 'legal')),
  state         varchar(10) not null check (state in ('suspect', 'charged', 'absconded', 'cleared', 'deceased')),
  identity      bytea,
  from_victim   uuid references investigation_victim (id),
  victim        uuid references investigation_victim (id),
  flag          varchar(10) not null check (flag in ('none', 'raised', 'lifted')),
  flag_words    bytea,
  network       uuid,
  actor         uuid,
  sex           varchar(10) check (sex in ('female', 'male')),
  citizenship   varchar(2),
  born_from     smallint,
  born_to       smallint,
  minor         boolean,
  version       integer     not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  unique (investigation, number),
  check ((flag = 'none') = (flag_words is null))
);
create index suspect_from_victim on suspect (from_victim);
create index suspect_victim on suspect (victim);

-- what they are recognised by; the mark is a keyed fingerprint within the organisation
create table suspect_identifier (
  id      uuid        not null primary key,
  suspect uuid        not null references suspect (id),
  kind    varchar(10) not null check (kind in ('phone', 'account', 'vehicle', 'document', 'online')),
  words   bytea       not null,
  mark    varchar(16) not null,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null
);
create index suspect_identifier_of on suspect_identifier (suspect);
create index suspect_identifier_mark on suspect_identifier (mark);
