-- acts that their author may take back for ten seconds; one that is over goes with the next that is made
create table undo_offer (
  id        uuid                        not null primary key,
  user_id   uuid                        not null,
  act       varchar(60)                 not null,
  subject   uuid                        not null,
  before_it varchar(30)                 not null, -- code of what was there before
  held      int                         not null, -- how many messages wait for its end
  until     timestamp(6) with time zone not null
);
create index undo_offer_subject on undo_offer (subject);
create index undo_offer_until on undo_offer (until);
