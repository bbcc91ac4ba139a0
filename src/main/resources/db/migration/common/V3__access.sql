-- Keys come and go. A revoked one stays, so that what was done with it has a name; its name is free again.

-- The name while the key lives, null once it is revoked: H2 has no partial unique indexes.
alter table access_key rename column name to live_name;
alter table access_key alter column live_name drop not null;

alter table access_key add column name varchar(200);
alter table access_key add column created_by varchar(200);
update access_key set name = live_name, created_by = 'galley';
alter table access_key alter column name set not null;
alter table access_key alter column created_by set not null;

alter table access_key add column expires_at timestamp(6) with time zone;
-- To the minute.
alter table access_key add column last_used_at timestamp(6) with time zone;
alter table access_key add column revoked_at timestamp(6) with time zone;

create unique index access_key_secret on access_key (secret_hash);
create index access_key_newest on access_key (created_at desc, id desc);
