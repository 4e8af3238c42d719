-- What the streams received against the ledger. Stream i is of family i % families + 1; all were on at load_run.head.
create index on load_run.received (stream, seq);
analyze load_run.received;
with expected as (
  select f.n - 1 + k * :families stream, l.seq
  from ledger l
  join load_run.head h on h.tenant_id = l.tenant_id and l.seq > h.seq
  join guardianship g on g.tenant_id = l.tenant_id and 'family:pupil:' || g.pupil = any(l.topics)
  join load_run.family f on f.tenant = l.tenant_id and f.person = g.guardian and f.n <= :families
  cross join generate_series(0, :watchers / :families - 1) k
),
received as (
  select stream, seq, count(*) times
  from load_run.received
  group by stream, seq
)
select format('expected=%s lost=%s repeated=%s foreign=%s',
  count(*) filter (where e.seq is not null),
  count(*) filter (where r.seq is null),
  coalesce(sum(r.times - 1), 0),
  count(*) filter (where e.seq is null))
from expected e
full join received r on r.stream = e.stream and r.seq = e.seq;
