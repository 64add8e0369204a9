-- Files in a letterbox carry their names and sizes beside their contents, so that a list opens none of these. Those that
-- were left before have neither, and their names within.
alter table letterbox_item add column name bytea;
alter table letterbox_item add column octets bigint;
