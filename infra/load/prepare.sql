-- What the measurements ask for, drawn from the load world: one row a request. Needs the file of tokens in load_run.account.
set search_path = public;
analyze load_run.account;

-- Every cell that a teacher with a token may write: lessons of the last twelve days, in the open period.
drop table if exists load_run.cell;
create unlogged table load_run.cell as
select
  row_number() over (order by md5(l.id::text || m.pupil::text)) n,
  a.token,
  a.school slug,
  l.tenant_id tenant,
  who.id account,
  l.teacher person,
  l.id lesson,
  l.study_group,
  l.subject,
  l.day,
  g.class,
  m.pupil,
  (select v.value from scale_value v where v.tenant_id = g.tenant_id and v.scale = g.scale order by v.position limit 1) mark,
  (select w.id from work_type w where w.tenant_id = l.tenant_id order by w.position limit 1) work_type,
  'family:pupil:' || m.pupil || ' staff:group:' || l.study_group || ':' || l.subject
    || coalesce(' staff:class:' || g.class, '') || ' staff:school' topics
from load_run.account a
join account who on who.login = a.login
join school s on s.slug = a.school
join lesson l on l.tenant_id = s.id and l.study_group = a.study_group and l.subject = a.subject
join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
join membership h on h.account = who.id and h.school = s.id and h.person = l.teacher
join group_membership m on m.tenant_id = l.tenant_id and m.study_group = l.study_group
  and m.from_day <= l.day and m.until_day is null
where a.role = 'TEACHER'
  and g.scale is not null
  and l.topic is not null
  and l.day > current_date - 12
  and exists (
    select
    from period p
    where p.tenant_id = l.tenant_id and l.day between p.from_day and p.to_day
      and g.grade between p.from_grade and p.to_grade and p.closed_at is null);
alter table load_run.cell add primary key (n);
analyze load_run.cell;

-- The same of one school, the first.
drop table if exists load_run.cell_of_one;
create unlogged table load_run.cell_of_one as
select c.*
from load_run.cell c
where c.tenant = (select min(tenant) from load_run.cell);
update load_run.cell_of_one c
set n = o.place
from (select n, row_number() over (order by n) place from load_run.cell_of_one) o
where o.n = c.n;
alter table load_run.cell_of_one add primary key (n);
analyze load_run.cell_of_one;

-- Families, shuffled: a child with its guardian's token; topics only of marks, which name the pupil.
drop table if exists load_run.family;
create unlogged table load_run.family as
select row_number() over (order by md5(a.login)) n, a.token, a.school slug, s.id tenant, a.pupil, who.id account, h.person
from load_run.account a
join account who on who.login = a.login
join school s on s.slug = a.school
join membership h on h.account = who.id and h.school = s.id
where a.role = 'GUARDIAN';
alter table load_run.family add primary key (n);
analyze load_run.family;

grant usage on schema load_run to parta_app;
grant select on all tables in schema load_run to parta_app;
