-- The first answer to each POST that came with an Idempotency-Key, for whoever sends the same again.
create table kept_answer (
  caller varchar(200) not null,
  idempotency_key varchar(300) not null,
  -- SHA-256 of method, target and body.
  fingerprint varchar(64) not null,
  -- Who acts on it, and since when: whoever takes over from a node that died has another claim.
  claim uuid not null,
  claimed_at timestamp(6) with time zone not null,
  -- Null while the act is under way.
  status integer,
  headers ${text},
  body ${text},
  primary key (caller, idempotency_key)
);
create index kept_answer_age on kept_answer (claimed_at);
