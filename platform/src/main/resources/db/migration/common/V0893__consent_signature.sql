-- how a person signed a consent; sealed under the case's key like its note, and gone with it
create table consent_signature (
  consent    uuid        not null references consent (id),
  kind       varchar(10) not null check (kind in ('finger', 'paper')),
  case_id    uuid        not null references protect_case (id),
  media_type varchar(20) not null check (media_type in ('image/jpeg', 'image/png')),
  content    bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null,
  primary key (consent, kind)
);
create index consent_signature_case on consent_signature (case_id);
