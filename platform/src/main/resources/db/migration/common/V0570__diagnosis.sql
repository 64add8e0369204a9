-- Diagnoses: what field research asks, where, who works on it, and the interviews that were held. Only its team sees
-- one. Every text is sealed under the diagnosis' own key; an interview has a key below it, so that withdrawing consent
-- destroys one interview for good and leaves the others. Who an informant is stands nowhere here.
create table diagnosis (
  id            uuid        not null primary key,
  organisation  uuid        not null,
  title         bytea       not null,
  scope         bytea       not null,
  question      bytea       not null,
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null,
  changed_at    timestamp(6) with time zone not null
);
create index diagnosis_organisation on diagnosis (organisation, changed_at);

create table diagnosis_member (
  diagnosis     uuid        not null references diagnosis,
  user_id       uuid        not null,
  added_by      uuid        not null,
  added_at      timestamp(6) with time zone not null,
  primary key (diagnosis, user_id)
);

create table diagnosis_site (
  id            uuid        not null primary key,
  diagnosis     uuid        not null references diagnosis,
  place         integer     not null,
  name          bytea       not null
);
create index diagnosis_site_diagnosis on diagnosis_site (diagnosis, place);

create table interview (
  id            uuid        not null primary key,
  diagnosis     uuid        not null references diagnosis,
  number        integer     not null,
  site          uuid        references diagnosis_site,
  held_on       date,
  held_by       uuid,
  intermediary  boolean     not null,
  consent_how   varchar(20) not null, -- written, spoken, recorded
  consent_on    date        not null,
  withdrawn_at  timestamp(6) with time zone,
  withdrawn_by  uuid,
  about         bytea, -- pseudonym and language; gone with a withdrawn consent
  transcript    bytea,
  made_by       uuid        not null,
  made_at       timestamp(6) with time zone not null,
  unique (diagnosis, number)
);
