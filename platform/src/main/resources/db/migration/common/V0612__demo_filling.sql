-- how far the filling of a demonstration is: after a kill it goes on there. One row, in a demonstration alone
create table demo_filling (
  id      integer     not null primary key,
  step    varchar(20) not null,
  people  integer     not null,
  drawn   bigint      not null
);
