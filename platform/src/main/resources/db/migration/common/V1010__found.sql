-- When it was known that somebody who had not arrived is there: told to both coordinators for some days. What is looked at
-- every minute and on first pages is found by an index.
alter table hand_over add column found_at timestamp(6) with time zone;
create index hand_over_missing on hand_over (missing_at);
