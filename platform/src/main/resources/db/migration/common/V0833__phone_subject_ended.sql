-- what was erased of which a phone may still bring something: cases and their visits, by nothing that names them
create table phone_subject_ended (
  mark varchar(64) not null primary key,
  at   timestamp(6) with time zone not null
);
