-- what is done when danger comes, sealed under the case's key; a change is a new row, the newest counts
create table safety_plan (
  id        uuid   not null primary key,
  case_id   uuid   not null references protect_case (id),
  review_on date   not null,
  words     bytea  not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid   not null
);
create index safety_plan_case on safety_plan (case_id, at);
