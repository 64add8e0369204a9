-- The day on which somebody who set out is to arrive, until they arrived, were found, or the hand-over is closed. It is of the
-- person: a withdrawal takes the steps of the journey away, and somebody must still be able to say whether they arrived.
alter table hand_over add column awaited_on date;
create index hand_over_awaited on hand_over (awaited_on);

-- who is on the way now in a hand-over that goes on
update hand_over
   set awaited_on = (select coalesce(max(s.on_day), max(cast(s.at as date))) from hand_over_step s
                      where s.hand_over = hand_over.id and s.organisation = hand_over.organisation
                        and s.step in ('travel', 'departed') and s.state <> 'not_needed')
 where closed_at is null and found_at is null
   and exists (select 1 from hand_over_step d
                where d.hand_over = hand_over.id and d.organisation = hand_over.organisation
                  and d.step = 'departed' and d.state = 'done'
                  and not exists (select 1 from hand_over_step n
                                   where n.hand_over = d.hand_over and n.organisation = d.organisation
                                     and n.step = d.step and n.number > d.number))
   and not exists (select 1 from hand_over_step a
                    where a.hand_over = hand_over.id and a.organisation = hand_over.organisation
                      and a.step = 'arrived' and a.state = 'done'
                      and not exists (select 1 from hand_over_step n
                                       where n.hand_over = a.hand_over and n.organisation = a.organisation
                                         and n.step = a.step and n.number > a.number))
   and (exists (select 1 from referral r
                 where hand_over.sends and r.id = hand_over.id and r.state in ('accepted', 'done'))
        or exists (select 1 from received_referral q
                    where not hand_over.sends and q.id = hand_over.id
                      and q.organisation = hand_over.organisation
                      and q.state in ('accepted', 'done') and q.withdrawn_at is null));
