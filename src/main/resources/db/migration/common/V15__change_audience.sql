-- Whom a change concerns: the topics that its article has and had, and the locale that it left.

create table change_topic (
  seq bigint not null references change_log (seq) on delete cascade,
  topic varchar(120) not null,
  primary key (seq, topic)
);

alter table change_log add column locale_before varchar(35);

-- Of what is public, as far as it is known.
insert into change_topic (seq, topic)
select c.seq, t.slug
from change_log c
join article_topic a on a.article_id = c.article_id
join topic t on t.id = a.topic_id;
