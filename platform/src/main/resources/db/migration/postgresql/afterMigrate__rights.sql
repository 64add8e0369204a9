-- Where the tables belong to another role than the one the house works as, that one may read and add to the log, and
-- nothing else with it.
do $$
begin
  if '${app}' <> '' and '${app}' <> current_user then
    execute format('grant usage on schema public to %I', '${app}');
    execute format('grant select, insert, update, delete on all tables in schema public to %I', '${app}');
    execute format('revoke update, delete, truncate on audit_entry, audit_checkpoint, audit_shown_root from %I', '${app}');
    execute format('revoke insert, update, delete on flyway_schema_history from %I', '${app}');
  end if;
end $$;
