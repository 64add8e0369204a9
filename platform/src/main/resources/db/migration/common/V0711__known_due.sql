-- asked every few seconds in the hour of the daily batch: what is due
create index known_asked_due on known_asked (state, none_on);
create index known_hit_unsent on known_hit (band, sent_at);
