-- The school year, its periods and days off, the bells, the weekly timetable and the lessons made from it.

create table school_setting (
  tenant_id int primary key references school,
  edit_window_days int not null default 14 check (edit_window_days between 0 and 365)
);

create table school_year (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- Quarters, trimesters or half-years; different grades may use different ones at the same time.
create table period (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  school_year uuid not null,
  name text not null,
  kind text not null check (kind in ('quarter', 'trimester', 'half_year', 'module')),
  from_grade int not null check (from_grade between 1 and 11),
  to_grade int not null check (to_grade between from_grade and 11),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  closed_at timestamptz,
  closed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_year) references school_year
);
create index period_days on period (tenant_id, from_day);

-- Days without lessons, and days taught by the timetable of another weekday.
create table calendar_day (
  tenant_id int not null references school,
  day date not null,
  kind text not null check (kind in ('holiday', 'moved')),
  as_weekday int check (as_weekday between 1 and 7),
  name text not null,
  primary key (tenant_id, day)
);

create table bell (
  tenant_id int not null references school,
  shift int not null,
  slot int not null check (slot between 0 and 14),
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  primary key (tenant_id, shift, slot)
);

create table timetable_entry (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  weekday int not null check (weekday between 1 and 7),
  slot int not null,
  shift int not null default 1,
  study_group uuid not null,
  subject uuid not null,
  staff uuid not null,
  room uuid,
  from_day date not null,
  until_day date,
  primary key (tenant_id, id),
  foreign key (tenant_id, study_group) references study_group,
  foreign key (tenant_id, subject) references subject,
  foreign key (tenant_id, staff) references staff,
  foreign key (tenant_id, room) references room
);
create index timetable_entry_group on timetable_entry (tenant_id, study_group);

create table lesson (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  day date not null,
  slot int not null,
  starts_at time not null,
  ends_at time not null,
  study_group uuid not null,
  subject uuid not null,
  teacher uuid not null,
  room uuid,
  topic text check (length(topic) <= 500),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, study_group, day, slot, subject),
  foreign key (tenant_id, study_group) references study_group,
  foreign key (tenant_id, subject) references subject,
  foreign key (tenant_id, teacher) references staff (tenant_id, person),
  foreign key (tenant_id, room) references room
);
create index lesson_page on lesson (tenant_id, study_group, subject, day);
create index lesson_teacher on lesson (tenant_id, teacher, day);

-- Its version is the lesson's: topic and homework are changed by the same hand on the same panel.
create table homework (
  tenant_id int not null,
  lesson uuid not null,
  text text not null check (length(text) between 1 and 4000),
  due date not null,
  minutes int check (minutes between 0 and 600),
  set_by uuid not null,
  set_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (tenant_id, lesson),
  foreign key (tenant_id, lesson) references lesson,
  foreign key (tenant_id, set_by) references person
);

select protect(name::regclass)
from unnest(array['school_setting', 'school_year', 'period', 'calendar_day', 'bell', 'timetable_entry', 'lesson',
  'homework']) name;
