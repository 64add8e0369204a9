-- a journey that is stopped, since the return was found not to be safe, and somebody who did not arrive: in clear, so
-- that lists, first pages and coordinators see it without opening what was recorded
alter table hand_over add column stopped_at timestamp(6) with time zone;
alter table hand_over add column missing_at timestamp(6) with time zone;

-- given to this country on purpose while another one has the same person
alter table hand_over add column on_purpose boolean default false not null;
