-- What takes long and goes on by itself, on whichever node; every node can tell how far it is.
create table job (
  id uuid primary key,
  kind varchar(40) not null,
  node varchar(200) not null,
  state varchar(20) not null,
  total integer not null,
  done integer not null,
  failed integer not null,
  warnings ${text} not null,
  detail varchar(2000),
  started_at timestamp(6) with time zone not null,
  -- The last sign of life.
  updated_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone
);
create index job_newest on job (started_at desc, id desc);
