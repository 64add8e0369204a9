-- who decides or speaks for a person who cannot alone, on whose mandate and for how long
create table guardian_mandate (
  id           uuid        not null primary key,
  case_id      uuid        not null references protect_case (id),
  organisation uuid        not null,
  person       uuid references person (id), -- a person around the one the case is for; null for an institution
  kind         varchar(20) not null check (kind in ('guardian', 'temporary_guardian', 'independent_advocate', 'parent')),
  decided_on   date,
  from_day     date        not null,
  until_day    date,
  details      bytea, -- null where it was taken over from a consent of before
  verified_at  timestamp(6) with time zone,
  suspended_at timestamp(6) with time zone,
  ended_on     date,
  ended        varchar(20) check (ended in ('came_of_age', 'replaced', 'removed', 'resigned', 'ran_out', 'mistake', 'other')),
  at           timestamp(6) with time zone not null,
  by_user      uuid        not null,
  check (until_day is null or until_day >= from_day),
  check ((ended is null) = (ended_on is null))
);
create index guardian_mandate_case on guardian_mandate (case_id);
create index guardian_mandate_person on guardian_mandate (person);
create index guardian_mandate_suspended on guardian_mandate (organisation, suspended_at);

-- what was found out about a guardian, in words sealed under the case's key; nothing is written over
create table guardian_event (
  id      uuid        not null primary key,
  mandate uuid        not null references guardian_mandate (id),
  kind    varchar(20) not null check (kind in ('verified', 'suspended', 'lifted', 'ended')),
  words   bytea       not null,
  at      timestamp(6) with time zone not null,
  by_user uuid        not null
);
create index guardian_event_of on guardian_event (mandate, at);

-- whoever consented for somebody until now did so as a verified person around them, and keeps that
insert into guardian_mandate (id, case_id, organisation, person, kind, from_day, verified_at, suspended_at, at, by_user)
select cast(min(cast(c.id as varchar(36))) as uuid), c.case_id, c.organisation, c.given_by, 'guardian', min(c.from_day),
       min(case when n.verified then c.at end), min(case when n.suspected then c.at end), min(c.at),
       cast(min(cast(c.by_user as varchar(36))) as uuid)
  from consent c
  join protect_case e on e.id = c.case_id
  left join person_relation n on n.other = c.given_by and n.person = e.person
 where c.given_by is not null
   and exists (select 1 from person p where p.id = c.given_by)
 group by c.case_id, c.organisation, c.given_by;

-- and comes over suspended if suspected in any case, in this file or in another one of the same person
update guardian_mandate set suspended_at = at
 where suspended_at is null
   and exists (select 1
                 from (select r.person from case_role r where r.role = 'suspect'
                       union
                       select n.other from person_relation n where n.suspected) x
                where x.person = guardian_mandate.person
                   or exists (select 1 from same_person s
                               where s.organisation = guardian_mandate.organisation and s.same and s.revoked_at is null
                                 and ((s.person = x.person and s.other = guardian_mandate.person)
                                   or (s.other = x.person and s.person = guardian_mandate.person))));

-- a consent names the mandate on which it was given; a court's and an adult's rest on none
update consent set given_by = (select m.id from guardian_mandate m
                                where m.case_id = consent.case_id and m.person = consent.given_by
                                  and consent.capacity not in ('adult', 'court'))
 where given_by is not null;
