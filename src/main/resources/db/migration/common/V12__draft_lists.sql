-- What lists of drafts are filtered, sorted and searched by, all of it made of their documents; V13 does so for those
-- that are there already. Each order has its index.

alter table draft add column word_count integer default 0 not null;
alter table draft add column reading_minutes integer default 0 not null;
alter table draft add column has_faqs boolean default false not null;
alter table draft add column has_takeaways boolean default false not null;
alter table draft add column has_code boolean default false not null;
alter table draft add column has_images boolean default false not null;
alter table draft add column title_key varchar(512) default '' not null;

-- Without case and accents, a space between words.
alter table draft add column title_words ${text} default '' not null;
alter table draft add column all_words ${text} default '' not null;

-- When it was published first, or the first instant of all: an order takes no nulls.
alter table draft add column publication_order timestamp(6) with time zone
  default timestamp with time zone '0001-01-01 00:00:00+00' not null;
update draft set publication_order = first_published_at where first_published_at is not null;

create index draft_by_creation on draft (created_at desc, id desc);
create index draft_by_publication on draft (publication_order desc, id desc);
create index draft_by_title on draft (title_key, id);
create index draft_by_length on draft (word_count desc, id desc);

-- By slug, as documents name them.
create table draft_topic (
  draft_id uuid not null references draft (id) on delete cascade,
  slug varchar(120) not null,
  primary key (draft_id, slug)
);
create index draft_topic_drafts on draft_topic (slug, draft_id);

create table draft_author (
  draft_id uuid not null references draft (id) on delete cascade,
  slug varchar(120) not null,
  primary key (draft_id, slug)
);
create index draft_author_drafts on draft_author (slug, draft_id);
