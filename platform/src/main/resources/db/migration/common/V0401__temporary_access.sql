-- Who sees a case: the team for good, a colleague's cover and an emergency until a moment.
-- why: team, cover, emergency; grant_id: the absence or the emergency it comes from.
alter table case_member add column until_at timestamp(6) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
alter table case_member add column why varchar(12) default 'team' not null;
alter table case_member add column grant_id uuid;
create index case_member_grant on case_member (grant_id);

-- A colleague covers another's absence. Days are turned into moments of the organisation's zone.
create table absence (
  id           uuid                        not null primary key,
  organisation uuid                        not null,
  absent       uuid                        not null,
  cover        uuid                        not null,
  from_at      timestamp(6) with time zone not null,
  until_at     timestamp(6) with time zone not null,
  arranged_by  uuid                        not null,
  arranged_at  timestamp(6) with time zone not null,
  ended_at     timestamp(6) with time zone
);
create index absence_organisation on absence (organisation, until_at);
create index absence_cover on absence (cover, until_at);

-- Who handed a case over to whom, with a note sealed under the case's key.
create table case_handover (
  id        uuid                        not null primary key,
  case_id   uuid                        not null references protect_case (id),
  from_user uuid                        not null,
  to_user   uuid                        not null,
  note      bytea                       not null,
  at        timestamp(6) with time zone not null,
  by_user   uuid                        not null,
  read_at   timestamp(6) with time zone
);
create index case_handover_to on case_handover (to_user, read_at);
create index case_handover_case on case_handover (case_id, at);

-- A look in an emergency: reason sealed under the case's key, review due.
create table emergency_access (
  id           uuid                        not null primary key,
  organisation uuid                        not null,
  case_id      uuid                        not null references protect_case (id),
  user_id      uuid                        not null,
  reason       bytea                       not null,
  began_at     timestamp(6) with time zone not null,
  until_at     timestamp(6) with time zone not null,
  review_due   timestamp(6) with time zone not null,
  reviewed_by  uuid,
  reviewed_at  timestamp(6) with time zone,
  outcome      varchar(20),
  review       bytea
);
create index emergency_access_review on emergency_access (organisation, reviewed_at, review_due);
create index emergency_access_case on emergency_access (case_id, began_at);
