-- what an act took away that lies unsealed in the house waits unsealed, too: a key for ten seconds hid nothing of it
alter table undo_offer alter column before_it set data type varchar(1000);
