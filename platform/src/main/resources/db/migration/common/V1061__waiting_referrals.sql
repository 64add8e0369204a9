-- what was withdrawn or put right is found among all that an organisation ever received; with the state, so that what is
-- open and not withdrawn is found by either index
create index received_referral_withdrawn on received_referral (organisation, withdrawn_at, state);
create index received_referral_corrected on received_referral (organisation, corrected_at);
