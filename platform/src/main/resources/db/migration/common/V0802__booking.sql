-- interpreters of an organisation; who they are is sealed under a key of their own
create table care_interpreter (
  id           uuid    not null primary key,
  organisation uuid    not null,
  words        bytea   not null,
  active       boolean not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid    not null
);
create index care_interpreter_organisation on care_interpreter (organisation);

create table care_interpreter_language (
  interpreter uuid       not null references care_interpreter (id),
  language    varchar(3) not null,
  primary key (interpreter, language)
);

-- a service or an interpreter, or both, for a case; when it is, and that it was kept, stands among the tasks of the case
create table care_booking (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  entry        uuid        references care_service (id),
  need         varchar(20) not null,
  interpreter  uuid        references care_interpreter (id),
  language     varchar(3),
  way          varchar(10) not null check (way in ('in_person', 'telephone', 'video')),
  from_at      timestamp(6) with time zone not null,
  until_at     timestamp(6) with time zone not null,
  accompanied  uuid,
  task         uuid        references case_task (id),
  words        bytea       not null,
  outcome      varchar(10) check (outcome in ('missed', 'cancelled')),
  reason       bytea,
  settled_at   timestamp(6) with time zone,
  settled_by   uuid,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  check (until_at > from_at),
  check ((interpreter is null) = (language is null)),
  check ((task is null) = (outcome is not null)),
  check ((outcome is null) = (settled_at is null))
);
create index care_booking_case on care_booking (case_id);
create index care_booking_entry on care_booking (entry);
create index care_booking_interpreter on care_booking (interpreter, from_at);
create index care_booking_task on care_booking (task);
