-- Who did what to which article, key or other thing, from which version to which. Written in the transaction of the act.
create table audit (
  id uuid primary key,
  at timestamp(6) with time zone not null,
  actor varchar(200) not null,
  action varchar(40) not null,
  subject_type varchar(20) not null,
  subject_id uuid not null,
  -- What it was called then: an article's slug, a key's name.
  subject_name varchar(300) not null,
  from_version bigint,
  to_version bigint,
  request_id varchar(64)
);
create index audit_newest on audit (at desc, id desc);
create index audit_subject on audit (subject_id, at desc, id desc);
create index audit_name on audit (subject_type, subject_name);
create index audit_actor on audit (actor, at desc, id desc);
