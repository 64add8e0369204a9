-- Whether what arrived may be passed on. Older dossiers say it only inside, sealed: until their origin says otherwise,
-- they may not.
alter table received_referral add column onward boolean default false not null;

-- What came from another organisation and is asked to be passed on to a third: one copy at whoever asks, one at the origin.
create table onward_permission (
  id              uuid          not null, -- the referral that waits for it
  organisation    uuid          not null, -- whose copy this is
  origin_referral uuid          not null, -- the referral by which it came
  asker           uuid          not null,
  origin          uuid          not null,
  recipient       uuid          not null,
  service         varchar(40)   not null,
  purpose         varchar(40)   not null,
  fields          varchar(2000) not null,
  basis_kind      varchar(40)   not null,
  state           varchar(20)   not null, -- asked, given, refused, urgent
  asked_at        timestamp(6) with time zone not null,
  answered_at     timestamp(6) with time zone,
  answered_by     uuid,
  primary key (id, organisation)
);
create index onward_permission_origin on onward_permission (origin_referral, organisation);
