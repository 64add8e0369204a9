-- Takes away what is in the schema "published". The schema itself and the rights in it stay.
do $$
declare
  one record;
begin
  for one in select relname as name from pg_class
              where relnamespace = 'published'::regnamespace and relkind = 'v' loop
    execute format('drop view published.%I cascade', one.name);
  end loop;
  for one in select p.oid::regprocedure as name from pg_proc p
              where p.pronamespace = 'published'::regnamespace loop
    execute format('drop function %s cascade', one.name);
  end loop;
end $$;
