-- who wishes to read names in their own script beside the names as they are written
create table names_beside (
  user_id uuid not null primary key references app_user (id)
);
