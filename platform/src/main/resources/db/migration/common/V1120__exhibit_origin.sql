-- Where a derived exhibit comes from, how a page of the open web was saved, and who decided whether the defence gets an exhibit.
-- A source is an exhibit that was taken in, and a derivation is changed only until its own exhibit is: so no derivation leads back to itself.
create table exhibit_derivation (
  exhibit uuid        not null primary key references exhibit (id),
  way     varchar(12) not null check (way in ('extract', 'copy', 'transcript', 'translation', 'report', 'redaction')),
  words   bytea       not null
);

create table exhibit_source (
  exhibit uuid not null references exhibit_derivation (exhibit),
  source  uuid not null references exhibit (id),
  primary key (exhibit, source),
  check (exhibit <> source)
);
create index exhibit_source_of on exhibit_source (source);

-- a page is saved twice, as PDF and as WARC: two exhibits of one capture, with the digests that whoever saved it wrote down
create table web_capture (
  id            uuid  not null primary key,
  investigation uuid  not null references investigation (id),
  words         bytea not null,
  captured_at   timestamp(6) with time zone not null,
  at            timestamp(6) with time zone not null,
  by_user       uuid  not null
);
create index web_capture_of on web_capture (investigation);

create table web_capture_file (
  exhibit uuid        not null primary key references exhibit (id),
  capture uuid        not null references web_capture (id),
  form    varchar(4)  not null check (form in ('pdf', 'warc')),
  sha256  varchar(64) not null,
  sha512  varchar(128),
  unique (capture, form)
);

-- every decision stays; the one with the highest number holds
create table exhibit_disclosure (
  id      uuid        not null primary key,
  exhibit uuid        not null references exhibit (id),
  number  integer     not null,
  state   varchar(10) not null check (state in ('disclosed', 'withheld', 'not_yet')),
  reason  bytea,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null,
  unique (exhibit, number),
  check ((state = 'withheld') = (reason is not null))
);
