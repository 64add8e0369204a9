-- Whether the log of a day says that an organisation asked more than it may: by itself, since what went beyond for want of
-- persons is counted with it and says nothing.
alter table known_day add column exceeded boolean default false not null;
update known_day set exceeded = true where beyond > 0 and not asker;
