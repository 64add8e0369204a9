-- When the recipient of a referral was told to stop using it, because the consent was withdrawn or the request taken back. Nobody
-- answers it then, whatever its state: the outlines say which referrals still await an answer.
alter table referral add column recalled_at timestamp(6) with time zone;

update referral
   set recalled_at = (select max(m.occurred_at) from outbox_message m
                       where m.order_key = referral.id
                         and (m.type = 'consent.withdrawn' or (m.type = 'referral.revoked' and referral.state = 'revoked')))
 where state <> 'draft';

drop view referral_outline;
create view referral_outline as
  select id, organisation, case_id, recipient, service, state, sent_at, answered_at, recalled_at, withdrawal_acknowledged_at,
         (state in ('queued', 'sent') and recalled_at is null) as awaited
    from referral;

drop view received_referral_outline;
create view received_referral_outline as
  select id, organisation, sender, service, state, received_at, answered_at, answered_by, case_id,
         withdrawn_at, urgency, safe_to_contact, (state = 'open' and withdrawn_at is null) as awaited
    from received_referral;
