-- Galley's first schema. Documents and their parts are JSON that Galley alone writes and reads, so their columns are
-- plain text, of whatever length: clob on H2, text on PostgreSQL.

-- Taxonomy ------------------------------------------------------------------------------------------------------------

create table topic (
  id uuid primary key,
  slug varchar(120) not null unique,
  name varchar(300) not null,
  kind varchar(20) not null,
  description varchar(2000),
  same_as ${text} not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null
);

create table author (
  id uuid primary key,
  slug varchar(120) not null unique,
  name varchar(300) not null,
  url varchar(2000),
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null
);

create table series (
  id uuid primary key,
  slug varchar(120) not null unique,
  title varchar(300) not null
);

-- Editorial: what only editors see --------------------------------------------------------------------------------------

create table draft (
  id uuid primary key,
  version bigint not null,
  status varchar(20) not null,
  slug varchar(120) not null,
  locale varchar(35) not null,
  -- "locale/slug" while the draft holds its slug, null in the trash: H2 has no partial unique indexes.
  held_slug varchar(160) unique,
  title varchar(300) not null,
  document ${text} not null,
  -- The version that delivery shows; null while the article isn't public.
  published_version bigint,
  first_published_at timestamp(6) with time zone,
  -- The dates that an imported source brought along, for its first publication.
  source_published_at timestamp(6) with time zone,
  source_updated_at timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null,
  updated_at timestamp(6) with time zone not null,
  updated_by varchar(200) not null
);
create index draft_newest on draft (updated_at desc, id desc);

create table revision (
  draft_id uuid not null references draft (id) on delete cascade,
  number bigint not null,
  document ${text} not null,
  saved_at timestamp(6) with time zone not null,
  saved_by varchar(200) not null,
  note varchar(1000),
  primary key (draft_id, number)
);

create table access_key (
  id uuid primary key,
  name varchar(200) not null unique,
  role varchar(20) not null,
  secret_hash varchar(64) not null,
  created_at timestamp(6) with time zone not null
);

-- Published: what delivery reads ----------------------------------------------------------------------------------------

create table article (
  id uuid primary key,
  slug varchar(120) not null,
  locale varchar(35) not null,
  translation_key varchar(120),
  title varchar(300) not null,
  summary varchar(2000),
  hero ${text},
  seo ${text} not null,
  series_id uuid references series (id),
  series_position integer,
  body ${text} not null,
  published_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version bigint not null,
  word_count integer not null,
  reading_minutes integer not null,
  unique (slug, locale)
);
create index article_newest on article (published_at desc, id desc);
create index article_newest_in_locale on article (locale, published_at desc, id desc);
create index article_translations on article (translation_key);

create table article_topic (
  article_id uuid not null references article (id) on delete cascade,
  topic_id uuid not null references topic (id),
  position integer not null,
  primary key (article_id, topic_id)
);
create index article_topic_articles on article_topic (topic_id, article_id);

create table article_author (
  article_id uuid not null references article (id) on delete cascade,
  author_id uuid not null references author (id),
  position integer not null,
  primary key (article_id, author_id)
);
create index article_author_articles on article_author (author_id, article_id);

create table section (
  article_id uuid not null references article (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  position integer not null,
  level integer not null,
  anchor varchar(120) not null,
  heading varchar(300) not null,
  blocks ${text} not null,
  primary key (article_id, id)
);

create table section_code_language (
  article_id uuid not null,
  section_id uuid not null,
  language varchar(100) not null,
  primary key (article_id, section_id, language),
  foreign key (article_id, section_id) references section (article_id, id) on delete cascade
);
create index section_code_language_sections on section_code_language (language, article_id, section_id);

create table takeaway (
  article_id uuid not null references article (id) on delete cascade,
  id uuid not null,
  position integer not null,
  text ${text} not null,
  primary key (article_id, id)
);

create table faq (
  article_id uuid not null references article (id) on delete cascade,
  id uuid not null,
  position integer not null,
  anchor varchar(120) not null,
  question varchar(300) not null,
  answer ${text} not null,
  primary key (article_id, id)
);

-- Every slug that was ever public, and who had it since when: old ones redirect, withdrawn ones are gone.
create table public_slug (
  slug varchar(120) not null,
  locale varchar(35) not null,
  article_id uuid not null,
  since timestamp(6) with time zone not null,
  primary key (slug, locale, article_id)
);
create index public_slug_article on public_slug (article_id);

-- The change log --------------------------------------------------------------------------------------------------------

-- One row, locked by each publishing transaction, so that seq has no gaps and grows in commit order.
create table change_counter (
  id integer primary key,
  seq bigint not null
);
insert into change_counter (id, seq) values (1, 0);

create table change_log (
  seq bigint primary key,
  type varchar(40) not null,
  at timestamp(6) with time zone not null,
  article_id uuid,
  slug varchar(120) not null,
  locale varchar(35),
  version bigint
);
