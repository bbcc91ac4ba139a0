-- What is to happen to a draft at a time: at most one publication and one withdrawal each.
create table appointment (
  draft_id uuid not null references draft (id) on delete cascade,
  action varchar(20) not null,
  at timestamp(6) with time zone not null,
  made_by varchar(200) not null,
  note varchar(1000),
  -- Why it could not be kept when it was due; it waits for an editor then.
  failure varchar(2000),
  primary key (draft_id, action)
);
create index appointment_next on appointment (at, draft_id, action);
