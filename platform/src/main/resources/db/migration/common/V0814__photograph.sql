-- a photograph of a person, on a consent of its own and under a key of its own; gone with either
create table photograph (
  id         uuid        not null primary key,
  case_id    uuid        not null references protect_case (id),
  organisation uuid      not null,
  consent    uuid        not null references consent (id),
  until_day  date        not null,
  media_type varchar(20) not null check (media_type in ('image/jpeg', 'image/png')),
  width      integer     not null,
  height     integer     not null,
  content    bytea       not null,
  at         timestamp(6) with time zone not null,
  by_user    uuid        not null
);
create index photograph_case on photograph (case_id);
create index photograph_consent on photograph (consent);
create index photograph_until on photograph (until_day);
