-- A release is signed by two: who asked for it (by_user, by_name) and who approved it. Releases from before had one.
alter table letter_release add column approved_by uuid;
alter table letter_release add column approved_name varchar(200);
