-- Who is told of changes, and what each is still to be told.

create table webhook (
  id uuid primary key,
  url varchar(2000) not null,
  name varchar(200),
  -- What it is told of, as JSON lists; an empty one stands for all.
  types ${text} not null,
  topics ${text} not null,
  locales ${text} not null,
  -- As it is, not as a hash: Galley signs with it.
  secret varchar(100) not null,
  -- The one before still signs, too, until then.
  previous_secret varchar(100),
  previous_secret_until timestamp(6) with time zone,
  paused boolean not null,
  -- Why, where Galley did it by itself.
  paused_because varchar(40),
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null,
  updated_at timestamp(6) with time zone not null
);
create index webhook_newest on webhook (created_at desc, id desc);

-- The outbox: one message to one webhook, written in the transaction of the change.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id) on delete cascade,
  -- Of the change log.
  seq bigint not null,
  type varchar(40) not null,
  -- What has changed; messages about one subject go out in order.
  subject varchar(160) not null,
  -- Byte for byte what is sent and signed, each time anew.
  body ${text} not null,
  state varchar(20) not null,
  changed_at timestamp(6) with time zone not null,
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  -- How often it failed since it was begun, or begun again.
  failures integer not null,
  -- Who sends it, and until when nobody else does: whoever takes over has the next number.
  fence bigint not null,
  claimed_until timestamp(6) with time zone,
  last_status integer,
  last_error varchar(40),
  -- Null while it is pending.
  finished_at timestamp(6) with time zone
);
create index webhook_delivery_newest on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_states on webhook_delivery (webhook_id, state, created_at desc, id desc);
create index webhook_delivery_due on webhook_delivery (webhook_id, state, due_at);
create index webhook_delivery_order on webhook_delivery (webhook_id, state, subject, seq);
create index webhook_delivery_age on webhook_delivery (state, finished_at);

create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery (id) on delete cascade,
  -- The number that its sender claimed the delivery with.
  fence bigint not null,
  at timestamp(6) with time zone not null,
  -- Null where no answer came.
  status integer,
  milliseconds bigint not null,
  error varchar(40),
  -- The beginning of the answer's body.
  answer ${text},
  primary key (delivery_id, fence)
);
