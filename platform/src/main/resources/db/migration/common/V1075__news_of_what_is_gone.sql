-- Who took a referral back by erasing the person. The row that named the sender is deleted with the dossier, and those who had to
-- answer it are told. Empty for all other news: the referral names the other side.
alter table news add column sender uuid;
