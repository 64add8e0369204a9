-- The basis ended before a step left, and the other side was told only where the person is and the day (decision 0103).
alter table hand_over_step add column without_words boolean default false not null;

-- The message that told the other side that it is closed. Refused there, it is open here again.
alter table hand_over add column closing uuid;
create index hand_over_closing on hand_over (closing);

-- V1074 counted plans that had been changed since. Only the latest plan counts, and none that lies more than thirty days
-- after the departure: its year is a slip.
update hand_over
   set awaited_on =
       (select coalesce(max(s.on_day), max(coalesce(d.on_day, cast(d.at as date))))
          from hand_over_step d
          left join hand_over_step s
            on s.hand_over = d.hand_over and s.organisation = d.organisation
           and s.step in ('travel', 'departed', 'arrived') and s.state <> 'not_needed'
           and s.on_day <= coalesce(d.on_day, cast(d.at as date)) + interval '30' day
           and not exists (select 1 from hand_over_step n
                            where n.hand_over = s.hand_over and n.organisation = s.organisation
                              and n.step = s.step and n.number > s.number)
         where d.hand_over = hand_over.id and d.organisation = hand_over.organisation
           and d.step = 'departed'
           and not exists (select 1 from hand_over_step n
                            where n.hand_over = d.hand_over and n.organisation = d.organisation
                              and n.step = d.step and n.number > d.number))
 where awaited_on is not null
   and exists (select 1 from hand_over_step d
                where d.hand_over = hand_over.id and d.organisation = hand_over.organisation
                  and d.step = 'departed' and d.state = 'done'
                  and not exists (select 1 from hand_over_step n
                                   where n.hand_over = d.hand_over and n.organisation = d.organisation
                                     and n.step = d.step and n.number > d.number));
