-- The quarterly letter: pictures as they were checked and written anew, and what was released. A release is never
-- changed: a correction is a further release of the same issue, and the one before stays listed with its digests.
create table letter_picture (
  id uuid primary key,
  type varchar(20) not null,
  width integer not null,
  height integer not null,
  content bytea not null,
  digest varchar(64) not null,
  at timestamp with time zone not null,
  by_user uuid not null
);
create table letter_release (
  letter varchar(80) not null,
  version integer not null,
  number integer not null,
  at timestamp with time zone not null,
  by_user uuid,
  by_name varchar(200) not null,
  reason varchar(500) not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by varchar(200),
  withdrawn_reason varchar(500),
  primary key (letter, version)
);
create table letter_edition (
  letter varchar(80) not null,
  version integer not null,
  language varchar(20) not null,
  form varchar(10) not null,
  title varchar(300) not null,
  content bytea not null,
  digest varchar(64) not null,
  primary key (letter, version, language, form),
  foreign key (letter, version) references letter_release (letter, version)
);
