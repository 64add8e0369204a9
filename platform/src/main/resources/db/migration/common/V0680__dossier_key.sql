-- What the sender takes back goes with a key of its own; the referral's key stays for the row that
-- says so, until it is erased.
alter table received_referral add column dossier_key uuid;
update received_referral set dossier_key = id;
alter table received_referral alter column dossier_key set not null;
create index received_referral_dossier_key on received_referral (dossier_key);
