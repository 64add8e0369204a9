-- what an act took away, kept for the ten seconds in which it can come back: sealed under a key of the offer, which
-- lies under the key of the case or organisation that it was taken from and goes with either
alter table undo_offer add column kept bytea;
alter table undo_offer add column kept_under uuid;
create index undo_offer_kept_under on undo_offer (kept_under);
alter table undo_offer alter column before_it set data type varchar(40);
