-- two organisations of two countries in one office, as each of the two keeps it; the same id on both sides
create table border_desk (
  id            uuid         not null,
  organisation  uuid         not null,
  other         uuid         not null,
  proposed_here boolean      not null,
  crossing      varchar(500) not null,
  agreement     varchar(100) not null,
  state         varchar(10)  not null check (state in ('proposed', 'open', 'ended')),
  own_key       uuid         not null,
  proposed_at   timestamp(6) with time zone not null,
  accepted_at   timestamp(6) with time zone,
  ended_at      timestamp(6) with time zone,
  ended_here    boolean      not null,
  gone_at       timestamp(6) with time zone,
  primary key (id, organisation)
);
create index border_desk_of on border_desk (organisation, other, state);

-- colleagues who work there
create table desk_officer (
  desk         uuid not null,
  organisation uuid not null,
  user_id      uuid not null references app_user (id),
  named_at     timestamp(6) with time zone not null,
  named_by     uuid not null,
  primary key (desk, organisation, user_id),
  foreign key (desk, organisation) references border_desk (id, organisation)
);
create index desk_officer_user on desk_officer (user_id);

-- shifts of either side; who of the other side was there is not told
create table desk_shift (
  id           uuid    not null,
  organisation uuid    not null,
  desk         uuid    not null,
  here         boolean not null,
  officer      uuid,
  begun_at     timestamp(6) with time zone not null,
  ended_at     timestamp(6) with time zone,
  primary key (id, organisation),
  foreign key (desk, organisation) references border_desk (id, organisation)
);
create index desk_shift_of on desk_shift (desk, organisation, begun_at);
create index desk_shift_on on desk_shift (officer, ended_at);

-- the shift book; a point is an entry that somebody goes on with
create table desk_entry (
  id           uuid        not null,
  organisation uuid        not null,
  desk         uuid        not null,
  here         boolean     not null,
  kind         varchar(20) not null,
  at           timestamp(6) with time zone not null,
  words        bytea       not null,
  by_user      uuid,
  point        varchar(10) not null check (point in ('none', 'here', 'there')),
  state        varchar(10) not null check (state in ('noted', 'waits', 'held', 'done')),
  holder       uuid,
  waits_since  timestamp(6) with time zone,
  late_at      timestamp(6) with time zone,
  primary key (id, organisation),
  foreign key (desk, organisation) references border_desk (id, organisation)
);
create index desk_entry_of on desk_entry (desk, organisation, at);
create index desk_entry_waits on desk_entry (state, point, waits_since);

-- what the desk did, by kind and side, the same on both sides; nothing in it leads to a case
create table desk_event (
  id           uuid        not null,
  organisation uuid        not null,
  desk         uuid        not null,
  here         boolean     not null,
  kind         varchar(20) not null,
  at           timestamp(6) with time zone not null,
  minor        boolean     not null,
  seconds      integer,
  primary key (id, organisation),
  foreign key (desk, organisation) references border_desk (id, organisation)
);
create index desk_event_of on desk_event (desk, organisation, at);

-- a screening that both sides read and sign; the holder's copy is sealed under its case, the other's under a key of its own
create table desk_screening (
  id           uuid        not null,
  organisation uuid        not null,
  desk         uuid        not null,
  here         boolean     not null,
  screening    uuid,
  first        uuid,
  case_id      uuid,
  basis        uuid,
  sealed_under uuid        not null,
  revision     integer     not null,
  content      bytea       not null,
  digest       varchar(64) not null,
  minor        boolean     not null,
  at           timestamp(6) with time zone not null,
  state        varchar(10) not null check (state in ('shared', 'gone')),
  reason       varchar(20),
  confirmed_at timestamp(6) with time zone,
  primary key (id, organisation),
  foreign key (desk, organisation) references border_desk (id, organisation)
);
create index desk_screening_of on desk_screening (desk, organisation, at);
create index desk_screening_case on desk_screening (case_id);
create index desk_screening_own on desk_screening (screening);
create index desk_screening_basis on desk_screening (basis);

-- what each side signed; of an earlier revision it is void and stays to be seen
create table desk_signature (
  joint        uuid        not null,
  organisation uuid        not null,
  revision     integer     not null,
  here         boolean     not null,
  digest       varchar(64) not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid,
  primary key (joint, organisation, revision, here),
  foreign key (joint, organisation) references desk_screening (id, organisation)
);
