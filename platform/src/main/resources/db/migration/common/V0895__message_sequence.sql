-- place of a message to another node among those of its sender about one thing, given anew each
-- time that it leaves; null until it leaves, and for what left before there was this column
alter table outbox_message add column sequence bigint;
