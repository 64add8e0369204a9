-- Whom a victim named whose basis has ended is erased, and is counted by nobody: neither by the
-- figures of investigations nor by the yearly return.
drop view suspect_outline;

create view suspect_outline as
  select s.id, s.investigation, s.nature, s.sex, s.citizenship, s.minor, s.at from suspect s
   where s.from_victim is null
      or exists (select 1 from investigation_victim v
                  where v.id = s.from_victim and v.ended_at is null);
