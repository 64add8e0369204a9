-- when somebody who steers last looked at their first page, and when the visit before ended (decision 0173)
create table home_look (
  user_id   uuid not null primary key references app_user (id),
  looked_at timestamp(6) with time zone not null,
  before_at timestamp(6) with time zone -- null until the second visit
);
-- what changed since then
create index register_revision_at on register_revision (at);
create index cycle_decision_at on cycle_decision (at);
create index cycle_comment_at on cycle_comment (at);
