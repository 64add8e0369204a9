-- The account of the public pages (serve --public-only), made by ./passerelle public-account.
-- Run it once, as somebody who may create roles, in the database of the house after its first start; then start the house
-- again, which fills the schema "published". What the account can do is in that schema and nowhere else: it reads what is
-- published, and sends, finds and adds to tips by functions. Give it a password with: \password ${role}
do $$
declare
  house name := (select tableowner from pg_tables where schemaname = 'public' and tablename = 'tip');
begin
  if house is null then
    raise exception 'There is no table of tips in this database. Maybe the house was never started on it.';
  end if;
  if not exists (select 1 from pg_roles where rolname = '${role}') then
    create role ${role} login nosuperuser nocreatedb nocreaterole noinherit;
  end if;
  execute format('create schema if not exists published authorization %I', house);
  execute format('alter schema published owner to %I', house);
  execute format('alter default privileges for role %I in schema published grant select on tables to ${role}', house);
  execute format('alter default privileges for role %I in schema published grant execute on functions to ${role}', house);
end $$;
revoke all on schema published from public;
grant usage on schema published to ${role};
grant select on all tables in schema published to ${role};
grant execute on all functions in schema published to ${role};
alter role ${role} set search_path = published;
