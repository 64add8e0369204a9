-- which correction is meant when its recipient says that its own file is right
alter table referral add column correction uuid;
alter table received_referral add column correction uuid;
