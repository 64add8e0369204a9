-- who brought a record once more, so that the log has one line of each in a row
alter table phone_record add column again_by uuid;
