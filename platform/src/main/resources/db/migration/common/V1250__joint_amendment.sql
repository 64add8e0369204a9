-- one rule for every change of an agreement that is in force: a later last day, or another organisation. It counts once every
-- organisation on the team has signed
alter table joint_extension rename to joint_amendment;
alter table joint_extension_signature rename to joint_amendment_signature;
alter table joint_amendment_signature rename column extension to amendment;
alter table joint_amendment alter column until_on drop not null;
alter table joint_amendment add column newcomer uuid;
alter table joint_amendment add constraint joint_amendment_one check ((until_on is null) <> (newcomer is null));
