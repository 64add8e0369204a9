-- Links to an address are counted within a day of its own: asked_at stays when it was asked for first, from which a
-- request that nobody confirmed counts. Of the mails that came back, those that the relay refused since it last took one.
alter table letter_subscriber add column day_at timestamp with time zone;
update letter_subscriber set day_at = asked_at;
alter table letter_subscriber alter column day_at set not null;
alter table letter_subscriber add column refusals integer default 0 not null;
