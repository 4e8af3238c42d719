-- What the journal publishes to the features that read it. A view runs with the rights of who reads it, so that
-- row-level security of the tables below holds here as well. card is the thing as the outside contract writes it.

create view mark_shown with (security_invoker = true) as
select
  m.tenant_id,
  m.id,
  m.lesson,
  m.pupil,
  m.value,
  m.given_at,
  m.removed_at,
  json_build_object(
    'id', m.id,
    'lesson', m.lesson,
    'pupil', m.pupil,
    'value', m.value,
    'workType', json_build_object('id', w.id, 'name', w.name),
    'weight', w.weight,
    'comment', m.comment,
    'version', m.version,
    'givenBy', concat(p.surname, ' ', left(p.given_name, 1), '.', left(p.patronymic, 1) || '.'),
    'givenAt', to_char(m.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    -- A row of a generated world has no line of its own in the ledger: then the school's first line stands for it.
    'seq', coalesce(
      (select max(e.seq) from ledger e where e.tenant_id = m.tenant_id and e.entity = m.id),
      (select min(e.seq) from ledger e where e.tenant_id = m.tenant_id),
      0)
  ) as card
from mark m
join work_type w on w.tenant_id = m.tenant_id and w.id = m.work_type
join person p on p.tenant_id = m.tenant_id and p.id = m.given_by;

-- Times of a card are the school's wall clock; the reader knows the school's time zone.
create view lesson_shown with (security_invoker = true) as
select
  l.tenant_id,
  l.id,
  l.day,
  l.slot,
  l.study_group,
  l.subject,
  l.teacher,
  json_build_object(
    'id', l.id,
    'date', l.day,
    'slot', l.slot,
    'startsAt', l.starts_at,
    'endsAt', l.ends_at,
    'subject', json_build_object('id', s.id, 'name', s.name),
    'group', json_build_object('id', g.id, 'name', g.name),
    'room', r.name,
    'teacher', concat(p.surname, ' ', left(p.given_name, 1), '.', left(p.patronymic, 1) || '.'),
    'topic', l.topic,
    'homework', case when h.lesson is not null
      then json_build_object('text', h.text, 'due', h.due, 'minutes', h.minutes) end,
    'version', l.version
  ) as card
from lesson l
join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
join subject s on s.tenant_id = l.tenant_id and s.id = l.subject
join person p on p.tenant_id = l.tenant_id and p.id = l.teacher
left join room r on r.tenant_id = l.tenant_id and r.id = l.room
left join homework h on h.tenant_id = l.tenant_id and h.lesson = l.id and h.removed_at is null;

grant select on mark_shown, lesson_shown to parta_app;
