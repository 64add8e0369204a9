-- What is published, as the process of the public pages reads it (decision 0195). The schema has the names of the tables, so
-- that the same statements read it. Names of colleagues and whatever no public page shows are left out. Views and functions
-- work with the rights of the owner of the tables; the account has none of its own.

create view published.made_for as select '${made_for}'::text as made_for;

-- the register: the fields that public pages show, and no others
create view published.register_entry as
  select e.kind, e.id, e.revision, e.retired, e.place,
    coalesce((
      select json_object_agg(f.key, f.value)
      from json_each(e.content::json) f
      where f.key = any(case e.kind
        when 'country' then array['names', 'membership', 'role', 'eu-since', 'timezone', 'footnote']
        when 'event' then array['title', 'start', 'end', 'type', 'place', 'country', 'area', 'organisers', 'project',
          'pillar', 'summary']
        when 'place' then array['name', 'type', 'countries', 'latitude', 'longitude']
        when 'pillar' then array['number', 'title']
        when 'project' then array['title', 'pillars']
        when 'organisation' then array['name', 'abbreviation', 'abbreviations']
        when 'committee' then array['title', 'members']
        when 'publication' then array['title']
        when 'letter' then
          case when e.content::json ->> 'state' = 'released'
              or exists (select 1 from public.letter_release r where r.letter = e.id and r.withdrawn_at is null)
            then array['number', 'date', 'state', 'theme', 'source']
            else array['number', 'date', 'state'] end
        else array[]::text[] end)), '{}'::json)::text as content
  from public.register_entry e
  where not e.retired
    and e.kind in ('country', 'event', 'place', 'pillar', 'project', 'organisation', 'committee', 'publication', 'letter');

-- letters: of an edition that was withdrawn the digest stays
create view published.letter_release as
  select letter, version, number, at, ''::varchar as by_name, ''::varchar as approved_name, reason,
    withdrawn_at, ''::varchar as withdrawn_by, withdrawn_reason
  from public.letter_release;
create view published.letter_edition as
  select e.letter, e.version, e.language, e.form, e.title, e.digest,
    case when r.withdrawn_at is null then e.content end as content
  from public.letter_edition e join public.letter_release r on r.letter = e.letter and r.version = e.version;

-- figures and estimates
create view published.figure_release as
  select number, population, period_year, quarters, for_return, tables, content, digest, at,
    ''::varchar as asked_name, ''::varchar as approved_name
  from public.figure_release;
create view published.estimate_release as
  select number, '00000000-0000-0000-0000-000000000000'::uuid as study, content, digest, at,
    ''::varchar as asked_name, ''::varchar as approved_name
  from public.estimate_release;

-- reports and programmes: of what was approved, the summary
create view published.cycle_document as
  select id, kind, for_year, version, state, revision, round, session_on, amends, digest, frozen_at,
    ''::varchar as drafted_by, drafted_at,
    json_build_object('sections', coalesce((
      select json_agg(s) from json_array_elements(content::json -> 'sections') s where s ->> 'key' = 'summary'),
      '[]'::json))::text as content
  from public.cycle_document where state = 'APPROVED';
create view published.cycle_decision as
  select d.document, d.round, d.member, d.approved, ''::varchar as reason, ''::varchar as by_name, d.at
  from public.cycle_decision d join public.cycle_document c on c.id = d.document
  where d.approved and c.state = 'APPROVED';

-- teams to whom anybody can write, and their public keys
create view published.tip_team as
  select organisation, recipient, receives, guarded_until from public.tip_team;
create view published.organisation as
  select o.id, o.handle, o.name_en, o.name_fr, o.name_sr, o.type, o.country, ''::varchar as mandate, ''::varchar as place,
    ''::varchar as duty_phone, o.casework, o.active, o.created
  from public.organisation o join public.tip_team t on t.organisation = o.id where t.receives;

-- tips: nothing of them is read without the fingerprint of a code or a ticket, and nothing is written but sealed bytes
create function published.tip_sent(ticket text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from tip_part p where p.ticket = $1)
$$;

create function published.tip_of(mark text, out team uuid, out unread boolean, out open boolean) returns setof record
language sql stable security definer set search_path = public, pg_temp as $$
  select t.organisation, t.first_read_at is null, t.outcome is distinct from 'spam' from tip t where t.mark = $1
$$;

create function published.tip_told(mark text, out at timestamp with time zone, out answer bytea) returns setof record
language sql stable security definer set search_path = public, pg_temp as $$
  select p.at, case when p.author = 'team' then p.for_writer end
  from tip t join tip_part p on p.tip = t.id
  where t.mark = $1 and (p.author = 'writer' or (p.author = 'team' and p.for_writer is not null))
  order by p.number
$$;

-- the header of the age format, and one of three sizes with what sealing adds
create function published.is_sealed(sealed bytea) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select substring($1 from 1 for 32) = convert_to(E'age-encryption.org/v1\n-> X25519 ', 'UTF8')
    and exists (select 1 from unnest(array[16384, 262144, 4194304]) size
      where octet_length($1) > size and octet_length($1) < size + size / 2048 + 512)
$$;

create function published.send_tip(id uuid, code text, team uuid, mark text, writer text, danger boolean, by text,
  part uuid, ticket text, sealed bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not published.is_sealed($10) then
    raise check_violation using message = 'The tip is not sealed.';
  end if;
  if not exists (select 1 from tip_team t join organisation o on o.id = t.organisation
      where t.organisation = $3 and t.receives and o.active) then
    raise check_violation using message = 'The team receives no tips.';
  end if;
  insert into tip (id, code, organisation, mark, writer, arrived_at, due_at, danger, sealed_by, stage)
  values ($1, $2, $3, $4, $5, current_timestamp,
    current_timestamp + case when $6 then interval '1 hour' else interval '72 hours' end, $6, $7, 'arrived');
  insert into tip_part (id, tip, number, at, author, ticket, sealed, logged)
  values ($8, $1, 1, current_timestamp, 'writer', $9, $10, false);
  return true;
end $$;

create function published.add_to_tip(mark text, part uuid, ticket text, sealed bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held tip%rowtype;
  due timestamp with time zone;
begin
  if not published.is_sealed($4) then
    raise check_violation using message = 'The addition is not sealed.';
  end if;
  select * into held from tip t where t.mark = $1 for update;
  if not found then
    return 'gone';
  end if;
  if held.outcome = 'spam' then
    return 'held-off';
  end if;
  insert into tip_part (id, tip, number, at, author, ticket, sealed, logged)
  values ($2, held.id, (select coalesce(max(o.number), 0) + 1 from tip_part o where o.tip = held.id),
    current_timestamp, 'writer', $3, $4, false);
  due := current_timestamp + case when held.danger then interval '1 hour' else interval '72 hours' end;
  -- its writer wrote again: somebody has to look, and a closed tip is open again
  update tip t set added = $2, due_at = least(held.due_at, due),
    stage = case when held.closed_at is null then held.stage else 'assessment' end,
    outcome = case when held.closed_at is null then held.outcome end,
    closed_at = null
  where t.id = held.id;
  return 'added';
end $$;

revoke execute on all functions in schema published from public;
