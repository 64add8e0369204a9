-- what the supervisor answered who reviewed vital interests, sealed under the case's key like the reason
alter table legal_ground add column review bytea;
