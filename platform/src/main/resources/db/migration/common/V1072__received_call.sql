-- How safe a call is, as the sender stated it: shown beside a received referral before anybody opens its dossier. Empty for
-- referrals that arrived earlier.
drop view received_referral_outline;
alter table received_referral add column safe_to_contact varchar(20);
create view received_referral_outline as
  select id, organisation, sender, service, state, received_at, answered_at, answered_by, case_id,
         withdrawn_at, urgency, safe_to_contact
    from received_referral;
