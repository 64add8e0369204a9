-- Two files of one organisation that may be of one person. Who the persons are is not here; what agrees is computed anew
-- from the sealed files whenever somebody who sees both compares them.
create table possible_duplicate (
  id            uuid             not null primary key,
  organisation  uuid             not null,
  one           uuid             not null references person,
  other         uuid             not null references person,
  probability   double precision not null,
  two_readers   boolean          not null,
  state         varchar(12)      not null, -- open, disputed, same, different
  asked         integer          not null, -- how often the question was put; grows when an answer is taken back
  found_at      timestamp(6) with time zone not null,
  decided_at    timestamp(6) with time zone,
  statement     uuid,
  unique (one, other)
);
create index possible_duplicate_open on possible_duplicate (organisation, state);
create index possible_duplicate_other on possible_duplicate (other);

-- what a reader answered; the reasons are sealed under the key of the first person
create table duplicate_reading (
  id         uuid        not null primary key,
  pair       uuid        not null references possible_duplicate,
  asked      integer     not null,
  place      integer     not null, -- first, second, third answer
  reader     uuid        not null,
  answer     varchar(12) not null, -- same, different, unsure
  reason     bytea       not null,
  at         timestamp(6) with time zone not null,
  unique (pair, asked, reader)
);
create index same_person_one on same_person (person);
create index same_person_other on same_person (other);
create index case_role_person on case_role (person);
