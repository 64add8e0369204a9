-- what an organisation of another node says of a team was entered by nobody here
alter table joint_evaluation alter column by_user drop not null;
