-- What a job was told, for whoever takes it up again; null where there is nothing to be told.
alter table job add column arguments ${text};

-- What became of each article of an archive.
create table job_item (
  job_id uuid not null references job (id) on delete cascade,
  -- Its place in the archive, from 1.
  number integer not null,
  name varchar(1000) not null,
  outcome varchar(20) not null,
  -- Saved, and to be published when all others are saved.
  to_publish boolean not null,
  published boolean not null,
  article_id uuid,
  slug varchar(200),
  warnings ${text} not null,
  problem varchar(2000),
  -- They lead to the article when it is published.
  former_slugs ${text} not null,
  primary key (job_id, number)
);
create index job_item_to_publish on job_item (job_id, to_publish, number);
