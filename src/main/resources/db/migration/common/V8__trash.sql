-- Since when a draft is in the trash, which is emptied by age.
alter table draft add column trashed_at timestamp(6) with time zone;
update draft set trashed_at = updated_at where status = 'TRASHED';
create index draft_trashed on draft (trashed_at);
