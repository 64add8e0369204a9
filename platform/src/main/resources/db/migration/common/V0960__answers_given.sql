-- Ids of questions of a screening of which the answers go with a referral; the answers themselves
-- are read when it is sent.
alter table referral add column answers varchar(8000) default '' not null;
