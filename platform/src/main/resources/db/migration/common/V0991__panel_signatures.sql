-- how many signatures a determination takes, as was said when its panel was named; those of before took three
alter table determination add column quorum integer;

-- a signature from outside counts once its paper is attached, or a second colleague has seen it, too
alter table determination_member add column document uuid;
alter table determination_member add column confirmed_by uuid;
alter table determination_member add column confirmed_at timestamp(6) with time zone;
update determination_member set confirmed_by = signed_by, confirmed_at = signed_at
 where user_id is null and signed_at is not null;
