-- what was last told of a referral's fields, so that what has changed since can be corrected there
alter table referral add column given bytea;
alter table referral add column corrected_at timestamp(6) with time zone;
alter table referral add column correction_taken_at timestamp(6) with time zone;
alter table received_referral add column corrected_at timestamp(6) with time zone;
alter table received_referral add column corrected_fields varchar(2000);
alter table received_referral add column correction_taken_at timestamp(6) with time zone;
