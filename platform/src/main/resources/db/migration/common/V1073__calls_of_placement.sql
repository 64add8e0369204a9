-- People are also notified of missing persons and of requests for a place for tonight, so a call is of
-- anything that waits for an organisation (decision 0080). What waits goes on, or is over, in its own
-- table; calls for what is over are removed within a minute.
create table duty_call_of (
  kind         varchar(20) not null,
  subject      uuid        not null,
  organisation uuid        not null,
  urgency      varchar(10) not null,
  since        timestamp(6) with time zone not null,
  step         smallint    not null,
  next_at      timestamp(6) with time zone,
  primary key (subject, organisation)
);
insert into duty_call_of (kind, subject, organisation, urgency, since, step, next_at)
select 'referral', referral, organisation, urgency, since, step, next_at from duty_call;
-- what waits already when the installation is updated is on the first pages; nobody is woken for it
insert into duty_call_of (kind, subject, organisation, urgency, since, step, next_at)
select 'placement', id, organisation, 'high', at, 2, null from placement_wait where state = 'waiting' and urgency = 0;
insert into duty_call_of (kind, subject, organisation, urgency, since, step, next_at)
select 'stay', id, organisation, 'high', missing_at, 2, null from stay where state = 'missing' and missing_at is not null;
insert into duty_call_of (kind, subject, organisation, urgency, since, step, next_at)
select 'stay', s.id, c.organisation, 'high', s.missing_at, 2, null
  from stay s join protect_case c on c.id = s.case_id
 where s.state = 'missing' and s.missing_at is not null and c.organisation <> s.organisation;
drop table duty_call;
alter table duty_call_of rename to duty_call;
create index duty_call_next on duty_call (next_at);
create index duty_call_organisation on duty_call (organisation, step);

-- these are asked every quarter of a minute
create index stay_missing on stay (missing_at);
create index placement_wait_urgency on placement_wait (state, urgency);

-- whether a person is missing is a sign of danger, asked of the packages that know it
drop view stay_outline;
