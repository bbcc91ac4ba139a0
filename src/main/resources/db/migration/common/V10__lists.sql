-- What lists are filtered and sorted by, each order with its index.

-- When the article was published, again, so that a topic's or an author's list is read from one index, newest first.
alter table article_topic add column published_at timestamp(6) with time zone;
update article_topic set published_at = (select a.published_at from article a where a.id = article_id);
alter table article_topic alter column published_at set not null;
create index article_topic_newest on article_topic (topic_id, published_at desc, article_id desc);
drop index article_topic_articles;

alter table article_author add column published_at timestamp(6) with time zone;
update article_author set published_at = (select a.published_at from article a where a.id = article_id);
alter table article_author alter column published_at set not null;
create index article_author_newest on article_author (author_id, published_at desc, article_id desc);
drop index article_author_articles;

-- The title as it is sorted: bytes that compare as dictionaries do, written in hexadecimal.
alter table article add column title_key varchar(512) default '' not null;

-- Whether there is at least one such block; Galley writes its JSON without spaces, and quotes in texts are escaped.
alter table article add column has_code boolean default false not null;
alter table article add column has_images boolean default false not null;
update article set
  has_code = (body like '%"type":"code"%'),
  has_images = (body like '%"type":"image"%');

create index article_by_update on article (updated_at desc, id desc);
create index article_by_title on article (title_key, id);
create index article_by_length on article (word_count desc, id desc);
