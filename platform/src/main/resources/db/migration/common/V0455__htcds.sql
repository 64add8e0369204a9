-- secrets under which texts are marked, so that they are recognised without being stored; sealed under the organisation's key
create table mark_secret (
  organisation uuid        not null,
  purpose      varchar(40) not null,
  secret       bytea       not null,
  primary key (organisation, purpose)
);

-- which records of other systems were taken in: the mark of their number (or of all they say), and the mark of what they
-- said then. It outlives the case: a file imported again does not bring back who was erased.
create table htcds_record (
  organisation uuid        not null,
  mark         varchar(64) not null primary key,
  content      varchar(64) not null,
  case_id      uuid        not null,
  work         uuid        not null,
  at           timestamp(6) with time zone not null
);
create index htcds_record_work on htcds_record (work);

-- what was taken out as a file, for the list of disclosures of each person
create table case_export (
  id           uuid          not null primary key,
  organisation uuid          not null,
  by_user      uuid          not null,
  at           timestamp(6) with time zone not null,
  format       varchar(10)   not null,
  purpose      varchar(40)   not null,
  reason       bytea         not null,
  fields       varchar(4000) not null,
  persons      integer       not null,
  approved_by  uuid,
  work         uuid          not null
);
create index case_export_organisation on case_export (organisation, at);
create table case_export_case (
  export  uuid not null references case_export (id),
  case_id uuid not null,
  primary key (export, case_id)
);
create index case_export_case_case on case_export_case (case_id);
