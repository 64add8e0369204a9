-- the newest part that a writer added and the team has not read; and that a second organisation saw what it was asked
alter table tip add column added uuid;
alter table tip_second add column confirmed_at timestamp(6) with time zone;
alter table tip_second add column confirmed_by uuid;
