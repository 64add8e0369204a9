-- witnesses and victims whom a case file must not reveal: their number, the words that would, and the exhibits that do.
-- The words are written and never shown; they go with the victim's entry, and the marks on exhibits stay
create table protected_person (
  id            uuid        not null primary key,
  investigation uuid        not null references investigation (id),
  number        integer     not null,
  kind          varchar(10) not null check (kind in ('witness', 'victim')),
  victim        uuid references investigation_victim (id),
  hidden_from   varchar(10) not null check (hidden_from in ('defence', 'everybody')),
  words         bytea,
  ended_at      timestamp(6) with time zone,
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null,
  unique (investigation, number)
);
create index protected_person_victim on protected_person (victim);

create table exhibit_identifies (
  exhibit uuid not null references exhibit (id),
  person  uuid not null references protected_person (id),
  at      timestamp(6) with time zone not null,
  by_user uuid not null,
  primary key (exhibit, person)
);
create index exhibit_identifies_of on exhibit_identifies (person);
