-- Which articles a published article links to, by slug or id, whether they are public or not.
create table article_link (
  article_id uuid not null references article (id) on delete cascade,
  target varchar(120) not null,
  -- The target again where it is an id.
  target_id uuid,
  primary key (article_id, target)
);
create index article_link_targets on article_link (target, article_id);

-- What a draft shares with others, for looking them up.
alter table draft add column translation_key varchar(120);
alter table draft add column series_slug varchar(120);
alter table draft add column series_position integer;
create index draft_slugs on draft (slug);
create index draft_translations on draft (translation_key);
create index draft_series on draft (series_slug, locale);
