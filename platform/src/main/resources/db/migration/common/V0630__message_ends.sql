-- whom a message that waits tells of, so that erasure finds it, and under which key its payload lies
alter table outbox_message add column subject uuid;
alter table outbox_message add column sealed_under uuid;
update outbox_message set sealed_under = recipient;
alter table outbox_message alter column sealed_under set not null;
create index outbox_message_subject on outbox_message (subject, state);

update outbox_message
   set subject = (select r.case_id from referral r
                   where r.id = outbox_message.order_key and r.organisation = outbox_message.sender)
 where state = 'queued' and type in ('referral.sent', 'referral.message');
update outbox_message
   set subject = (select coalesce(r.case_id, r.id) from received_referral r
                   where r.id = outbox_message.order_key and r.organisation = outbox_message.sender)
 where state = 'queued' and type = 'referral.message' and subject is null;

-- what was taken back, or whose file is gone, does not leave any more
update outbox_message
   set state = 'revoked', ended_at = current_timestamp, problem = 'revoked'
 where state = 'queued' and type = 'referral.sent'
   and order_key in (select id from referral where state = 'revoked');
update disclosure set state = 'stopped'
 where state = 'queued' and message in (select id from outbox_message where state = 'revoked');
update outbox_message
   set state = 'erased', ended_at = current_timestamp, problem = 'erased'
 where state = 'queued' and type in ('referral.sent', 'referral.message') and subject is null;

-- what ended before kept its words
update outbox_message set payload = cast('' as bytea) where state <> 'queued';
update received_referral set dossier = cast('' as bytea) where withdrawn_at is not null or state = 'revoked';
delete from referral_message
 where exists (select 1 from received_referral r
                where r.id = referral_message.referral and r.organisation = referral_message.organisation
                  and r.sender = referral_message.sender
                  and (r.withdrawn_at is not null or r.state = 'revoked'));
