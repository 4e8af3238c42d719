-- What the journal records about a pupil in a lesson. Nothing here is ever deleted; a removed mark keeps who and when.

create table work_type (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  weight numeric(4, 2) not null check (weight >= 0),
  position int not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- kind is the neutral model behind a school's own letters (domain 3.3).
create table absence_code (
  tenant_id int not null references school,
  code text not null check (code = lower(code)),
  name text not null,
  kind text not null check (kind in ('unknown', 'excused', 'unexcused', 'ill', 'late', 'exempt', 'remote')),
  position int not null,
  primary key (tenant_id, code)
);

create table mark (
  tenant_id int not null,
  id uuid not null,
  lesson uuid not null,
  pupil uuid not null,
  value text not null,
  work_type uuid not null,
  comment text check (length(comment) <= 500),
  version int not null default 1,
  given_by uuid not null,
  given_at timestamptz not null default clock_timestamp(),
  removed_by uuid,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, lesson) references lesson,
  foreign key (tenant_id, pupil) references pupil,
  foreign key (tenant_id, work_type) references work_type,
  foreign key (tenant_id, given_by) references person
) with (fillfactor = 90);
create index mark_cell on mark (tenant_id, lesson, pupil);

-- One row per pupil and lesson; code null means that an absence was taken back.
create table absence (
  tenant_id int not null,
  lesson uuid not null,
  pupil uuid not null,
  code text,
  minutes int check (minutes between 1 and 240),
  version int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, lesson, pupil),
  foreign key (tenant_id, lesson) references lesson,
  foreign key (tenant_id, pupil) references pupil,
  foreign key (tenant_id, code) references absence_code,
  foreign key (tenant_id, recorded_by) references person
);

select protect(name::regclass)
from unnest(array['work_type', 'absence_code', 'mark', 'absence']) name;
