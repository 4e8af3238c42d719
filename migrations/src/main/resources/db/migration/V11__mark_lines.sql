-- A mark as short as it can be told, for answers with hundreds of them: writing cards costs a page more than finding
-- the marks. Work type and giver stand as ids; whoever reads names them once.

create view mark_line with (security_invoker = true) as
select
  m.tenant_id,
  m.id,
  m.lesson,
  m.pupil,
  m.value,
  m.given_by,
  m.given_at,
  m.removed_at,
  json_build_array(
    m.id,
    m.lesson,
    m.pupil,
    m.value,
    m.work_type,
    m.comment,
    m.version,
    m.given_by,
    m.given_at,
    coalesce(
      (select max(e.seq) from ledger e where e.tenant_id = m.tenant_id and e.entity = m.id),
      (select min(e.seq) from ledger e where e.tenant_id = m.tenant_id),
      0)
  ) as line
from mark m;

grant select on mark_line to parta_app;
