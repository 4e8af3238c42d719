-- People of a school and the classes and groups they belong to, each belonging with its days.
-- until_day is the last day that counts; null means still.

create table person (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  surname text not null,
  given_name text not null,
  patronymic text,
  sex text check (sex in ('m', 'f')),
  born date,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index person_name on person (tenant_id, surname, given_name);

create table staff (
  tenant_id int not null,
  person uuid not null,
  position text not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, person),
  foreign key (tenant_id, person) references person
);

create table pupil (
  tenant_id int not null,
  person uuid not null,
  file_number text,
  primary key (tenant_id, person),
  foreign key (tenant_id, person) references person
);

create table guardianship (
  tenant_id int not null,
  guardian uuid not null,
  pupil uuid not null,
  kinship text not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, guardian, pupil),
  foreign key (tenant_id, guardian) references person,
  foreign key (tenant_id, pupil) references pupil
);
create index guardianship_pupil on guardianship (tenant_id, pupil);

create table class (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  grade int not null check (grade between 1 and 11),
  letter text not null,
  shift int not null default 1 check (shift in (1, 2)),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table class_membership (
  tenant_id int not null,
  class uuid not null,
  pupil uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, class, pupil, from_day),
  foreign key (tenant_id, class) references class,
  foreign key (tenant_id, pupil) references pupil
);
create index class_membership_pupil on class_membership (tenant_id, pupil);

create table class_teacher (
  tenant_id int not null,
  class uuid not null,
  staff uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, class, staff, from_day),
  foreign key (tenant_id, class) references class,
  foreign key (tenant_id, staff) references staff
);
create index class_teacher_staff on class_teacher (tenant_id, staff);

create table subject (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table room (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  seats int,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table scale (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- number is what the value counts for in an average; null counts for nothing.
-- from_average: the value is forecast for a period when the average is at least this (domain 3.2: a local act).
create table scale_value (
  tenant_id int not null,
  scale uuid not null,
  value text not null,
  number numeric(6, 2),
  position int not null,
  from_average numeric(6, 2),
  primary key (tenant_id, scale, value),
  foreign key (tenant_id, scale) references scale
);

-- Those who are taught together: a whole class or a part of one. scale is null where no marks are given (grade 1).
create table study_group (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  name text not null,
  grade int not null check (grade between 1 and 11),
  class uuid,
  scale uuid,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, class) references class,
  foreign key (tenant_id, scale) references scale
);
create index study_group_class on study_group (tenant_id, class);

create table group_membership (
  tenant_id int not null,
  study_group uuid not null,
  pupil uuid not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, study_group, pupil, from_day),
  foreign key (tenant_id, study_group) references study_group,
  foreign key (tenant_id, pupil) references pupil
);
create index group_membership_pupil on group_membership (tenant_id, pupil);

-- Who teaches what to whom, and when: the right to write in those lessons.
create table teaching_load (
  tenant_id int not null references school,
  id uuid not null default uuidv7(),
  staff uuid not null,
  study_group uuid not null,
  subject uuid not null,
  hours_a_week numeric(4, 1) not null,
  from_day date not null,
  until_day date,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff) references staff,
  foreign key (tenant_id, study_group) references study_group,
  foreign key (tenant_id, subject) references subject
);
create index teaching_load_group on teaching_load (tenant_id, study_group, subject);
create index teaching_load_staff on teaching_load (tenant_id, staff);

select protect(name::regclass)
from unnest(array['person', 'staff', 'pupil', 'guardianship', 'class', 'class_membership', 'class_teacher', 'subject',
  'room', 'scale', 'scale_value', 'study_group', 'group_membership', 'teaching_load']) name;
