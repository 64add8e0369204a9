-- What had been written when a referral was declined stays closed to whoever declined it; what the sender
-- writes since, in answer to the refusal, can be read.
alter table referral_message add column closed boolean default false not null;
update referral_message set closed = true
 where exists (select 1 from received_referral r
                where r.id = referral_message.referral and r.organisation = referral_message.organisation
                  and r.state = 'declined');
