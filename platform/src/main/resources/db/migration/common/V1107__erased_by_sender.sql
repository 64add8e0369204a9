-- When the sender of a received referral erased the person. Nobody reads there what is written about it afterwards, so nothing is sent.
-- Not known of referrals whose sender erased the person before this column came.
alter table received_referral add column erased_at timestamp(6) with time zone;
