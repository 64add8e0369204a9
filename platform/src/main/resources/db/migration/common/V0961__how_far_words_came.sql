-- How far what one side wrote has come: by which message it left or came, when that arrived, and when
-- somebody of the other side read it first; or that it was stopped before it left.
alter table referral_message add column message uuid;
alter table referral_message add column arrived_at timestamp(6) with time zone;
alter table referral_message add column read_at timestamp(6) with time zone;
alter table referral_message add column stopped boolean default false not null;
create index referral_message_message on referral_message (message);
alter table hand_over_step add column message uuid;
alter table hand_over_step add column arrived_at timestamp(6) with time zone;
alter table hand_over_step add column read_at timestamp(6) with time zone;
alter table hand_over_step add column stopped boolean default false not null;
create index hand_over_step_message on hand_over_step (message);

-- it is told by the words themselves and not by the news of them
alter table news drop column read_told;
