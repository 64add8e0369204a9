-- What was taken up in a case that the organisation already had: nothing of the dossier was entered there, so that
-- whoever is told of a withdrawal can confirm it without erasing the case.
alter table received_referral add column joined boolean default false not null;
