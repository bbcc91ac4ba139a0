-- Links that show one draft to whoever has them, until they end. The token itself isn't kept, only its hash.
create table preview_link (
  id uuid primary key,
  draft_id uuid not null references draft (id) on delete cascade,
  token_hash varchar(64) not null unique,
  expires_at timestamp(6) with time zone not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null
);
create index preview_link_newest on preview_link (draft_id, created_at desc, id desc);
