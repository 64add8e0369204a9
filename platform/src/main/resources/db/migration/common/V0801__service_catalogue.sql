-- services that organisations offer; the document is the entry as HSDS 3.0 says it, the columns are what is searched
create table care_service (
  id         uuid          not null primary key,
  owner      uuid          not null,
  hsds       uuid          not null,
  provider   varchar(300)  not null,
  name       varchar(300)  not null,
  status     varchar(20)   not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  country    varchar(2),
  city       varchar(200)  not null,
  words      varchar(4000) not null,
  min_age    integer,
  max_age    integer,
  assured_on date,
  document   text          not null,
  version    integer       not null,
  changed_at timestamp(6) with time zone not null,
  changed_by uuid          not null,
  unique (owner, hsds)
);
create index care_service_status on care_service (status, name);

create table care_service_need (
  service uuid        not null references care_service (id),
  need    varchar(20) not null,
  primary key (service, need)
);
create index care_service_need_need on care_service_need (need);

create table care_service_language (
  service  uuid       not null references care_service (id),
  language varchar(3) not null,
  primary key (service, language)
);
create index care_service_language_language on care_service_language (language);
