-- what is told before a consent as recorded speech: given by an organisation, one in each language; about nobody
create table consent_recording (
  organisation uuid        not null references organisation (id),
  language     varchar(10) not null,
  media_type   varchar(20) not null check (media_type in ('audio/mpeg', 'audio/ogg')),
  content      bytea       not null,
  bytes        integer     not null,
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  primary key (organisation, language)
);
