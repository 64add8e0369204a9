-- A person's file belongs to one organisation. What tells who the person is, is ciphertext; what lists, filters and
-- statistics need stands in coded columns that identify nobody by themselves.
create table person (
  id               uuid        not null primary key,
  organisation     uuid        not null,
  version          integer     not null,
  state            varchar(20) not null, -- active, restricted, erased
  gender           varchar(20),
  birth_year_from  integer,
  birth_year_to    integer,
  maybe_minor      boolean     not null,
  identity         bytea,
  contact          bytea,
  created_at       timestamp(6) with time zone not null,
  changed_at       timestamp(6) with time zone not null
);
create index person_organisation on person (organisation, state);

create table person_nationality (
  person   uuid       not null references person,
  country  varchar(2) not null,
  primary key (person, country)
);
create table person_language (
  person    uuid       not null references person,
  language  varchar(8) not null,
  primary key (person, language)
);

-- relations between persons of one organisation are dated; a suspected relative can neither consent nor see
create table person_relation (
  id         uuid        not null primary key,
  person     uuid        not null references person,
  other      uuid        not null references person,
  kind       varchar(40) not null,
  suspected  boolean     not null,
  verified   boolean     not null,
  from_day   date,
  until_day  date,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null
);
create index person_relation_person on person_relation (person);
create index person_relation_other on person_relation (other);

-- “the same person” is a signed, reversible statement, never a merge of rows
create table same_person (
  id           uuid        not null primary key,
  organisation uuid        not null,
  person       uuid        not null references person,
  other        uuid        not null references person,
  same         boolean     not null,
  reason       bytea       not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  revoked_at   timestamp(6) with time zone,
  revoked_by   uuid
);

create table protect_case (
  id              uuid        not null primary key,
  organisation    uuid        not null,
  person          uuid        not null references person,
  code            varchar(7)  not null unique,
  version         integer     not null,
  state           varchar(20) not null,
  country         varchar(2)  not null,
  form            varchar(40),
  minor           boolean     not null,
  non_punishment  boolean     not null,
  first_contact   date        not null,
  how_came        varchar(40) not null,
  referred_by     uuid,
  safe_to_contact varchar(40) not null,
  asylum          varchar(20) not null, -- not_asked, none, possible, pending, granted, refused
  lead_user       uuid        not null,
  closed_to_named boolean     not null,
  screening       uuid,
  details         bytea       not null,
  opened_at       timestamp(6) with time zone not null,
  changed_at      timestamp(6) with time zone not null,
  next_due        timestamp(6) with time zone
);
create index protect_case_list on protect_case (organisation, changed_at);
create index protect_case_state on protect_case (organisation, state, changed_at);
create index protect_case_lead on protect_case (lead_user);
create index protect_case_person on protect_case (person);

create table case_member (
  case_id   uuid        not null references protect_case,
  user_id   uuid        not null,
  since     timestamp(6) with time zone not null,
  added_by  uuid        not null,
  primary key (case_id, user_id)
);
create index case_member_user on case_member (user_id, case_id);

-- victim, suspect, witness, relative, guardian are roles in a case; one person may hold several
create table case_role (
  case_id    uuid        not null references protect_case,
  person     uuid        not null references person,
  role       varchar(20) not null,
  from_day   date,
  until_day  date,
  primary key (case_id, person, role)
);

create table case_vulnerability (
  case_id uuid        not null references protect_case,
  code    varchar(40) not null,
  primary key (case_id, code)
);

create table episode (
  id         uuid        not null primary key,
  case_id    uuid        not null references protect_case,
  form       varchar(40) not null,
  sector     varchar(40),
  from_year  integer,
  until_year integer,
  minor_then boolean     not null,
  details    bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null
);
create index episode_case on episode (case_id);
create table episode_country (
  episode uuid       not null references episode,
  country varchar(2) not null,
  primary key (episode, country)
);
create table episode_means (
  episode uuid        not null references episode,
  code    varchar(40) not null,
  primary key (episode, code)
);

create table case_note (
  id       uuid        not null primary key,
  case_id  uuid        not null references protect_case,
  kind     varchar(40) not null,
  content  bytea       not null,
  at       timestamp(6) with time zone not null,
  by_user  uuid        not null
);
create index case_note_case on case_note (case_id, at);

create table case_file (
  id          uuid        not null primary key,
  case_id     uuid        not null references protect_case,
  kind        varchar(40) not null,
  media_type  varchar(80) not null,
  size_bytes  bigint      not null,
  name        bytea       not null,
  at          timestamp(6) with time zone not null,
  by_user     uuid        not null
);
create index case_file_case on case_file (case_id, at);
create table case_file_content (
  file     uuid  not null primary key references case_file,
  content  bytea not null
);

create table case_task (
  id        uuid        not null primary key,
  case_id   uuid        not null references protect_case,
  kind      varchar(40) not null,
  title     bytea       not null,
  due       timestamp(6) with time zone not null,
  assigned  uuid        not null,
  done_at   timestamp(6) with time zone,
  done_by   uuid,
  at        timestamp(6) with time zone not null,
  by_user   uuid        not null
);
create index case_task_case on case_task (case_id, done_at);
create index case_task_assigned on case_task (assigned, done_at, due);

-- decisions are separate acts by a named authority, dated, reasoned and open to appeal
create table case_decision (
  id            uuid        not null primary key,
  case_id       uuid        not null references protect_case,
  kind          varchar(40) not null,
  decided_on    date        not null,
  appeal_until  date,
  content       bytea       not null, -- authority, reasons
  at            timestamp(6) with time zone not null,
  by_user       uuid        not null
);
create index case_decision_case on case_decision (case_id, decided_on);

create table case_event (
  id       uuid        not null primary key,
  case_id  uuid        not null references protect_case,
  kind     varchar(60) not null,
  code     varchar(60) not null,
  subject  uuid,
  at       timestamp(6) with time zone not null,
  by_user  uuid
);
create index case_event_case on case_event (case_id, at);

