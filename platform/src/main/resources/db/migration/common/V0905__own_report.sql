-- A report of one's own is a question, never figures: codes and months only. Its name may hold anything and is sealed
-- under the organisation's key. One that is deleted is kept for the moment in which that can be taken back.
create table own_report (
  id            uuid          not null primary key,
  organisation  uuid          not null,
  user_id       uuid          not null,
  shared        boolean       not null,
  name          bytea         not null,
  question      varchar(2000) not null,
  at            timestamp(6) with time zone not null,
  deleted_at    timestamp(6) with time zone
);
create index own_report_organisation on own_report (organisation, at);
