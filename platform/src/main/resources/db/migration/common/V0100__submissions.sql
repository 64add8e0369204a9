-- which definitions were used: once used, a version is never edited
create table form_used (
  form       varchar(60)                 not null,
  version    integer                     not null,
  digest     varchar(64)                 not null,
  first_used timestamp(6) with time zone not null,
  primary key (form, version)
);

-- one sealed document of answers per submission
create table submission (
  id           uuid                        not null primary key,
  organisation uuid                        not null,
  subject_kind varchar(20)                 not null,
  subject      uuid                        not null,
  sealed_under uuid                        not null,
  form         varchar(60)                 not null,
  version      integer                     not null,
  digest       varchar(64)                 not null,
  state        varchar(10)                 not null check (state in ('draft', 'submitted')),
  revision     integer                     not null,
  content      bytea                       not null,
  created_by   uuid                        not null,
  created_at   timestamp(6) with time zone not null,
  changed_by   uuid                        not null,
  changed_at   timestamp(6) with time zone not null,
  submitted_by uuid,
  submitted_at timestamp(6) with time zone
);
create index submission_subject on submission (subject, created_at);
create index submission_organisation on submission (organisation, form, state);

-- answers that declare a reporting code, in clear; never a name, an address or a text
create table reporting_value (
  submission   uuid        not null references submission (id) on delete cascade,
  organisation uuid        not null,
  form         varchar(60) not null,
  code         varchar(60) not null,
  place        integer     not null,
  text_value   varchar(60),
  number_value numeric(20, 6),
  date_value   date,
  primary key (submission, code, place)
);
create index reporting_value_code on reporting_value (code, text_value);
