-- When the reader of a letterbox was last reminded of a report that is due, and whether the mail that waits does so.
alter table letterbox_dossier add column reminded_at timestamp(6) with time zone;
alter table letterbox_dossier add column mail_reminds boolean not null default false;
