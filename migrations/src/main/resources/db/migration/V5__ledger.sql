-- The ledger: audit, live stream and replay are this one table. One gapless hash chain per school.

create table ledger_head (
  tenant_id int primary key references school,
  seq bigint not null default 0,
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  at timestamptz not null default clock_timestamp()
) with (fillfactor = 20);

create table ledger (
  tenant_id int not null references school,
  seq bigint not null,
  at timestamptz not null,
  actor uuid,
  role text not null,
  kind text not null,
  pupil uuid,
  class uuid,
  study_group uuid,
  lesson uuid,
  day date,
  entity uuid,
  topics text[] not null,
  op text,
  request text,
  payload text,
  salt bytea,
  payload_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
create index ledger_entity on ledger (tenant_id, entity, seq);

-- Answers already given, by Idempotency-Key or opId: a repeat gets the first one again.
create table applied (
  tenant_id int not null references school,
  account uuid not null,
  key text not null check (length(key) between 1 and 80),
  request_hash text not null,
  status int not null,
  first_seq bigint not null,
  response text,
  at timestamptz not null,
  primary key (tenant_id, account, key)
);
create index applied_at on applied (tenant_id, at);

-- A field as the hash sees it: four bytes of length, then the bytes in UTF-8; null is length -1.
create function ledger_field(value text) returns bytea
language sql immutable parallel safe
return case when value is null then int4send(-1)
  else int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') end;

-- Appends the rows of one transaction to the school's chain; always the last statement before commit.
-- Arrays run in parallel, one element a row; topics of a row are joined by a space.
-- keys, request_hashes, statuses, responses: answers to keep; a "seq" of -1 in a response means the first row, -2 the second.
-- Returns the number of the first row. A key that is there already raises PA001 and so undoes the transaction.
create function ledger_append(
  p_tenant int, p_actor uuid, p_role text, p_request text,
  kinds text[], pupils uuid[], classes uuid[], groups uuid[], lessons uuid[], days date[], entities uuid[],
  topic_lists text[], ops text[], payloads text[],
  keys text[], request_hashes text[], statuses int[], responses text[]
) returns bigint
language plpgsql security invoker
set search_path = public, pg_temp
as $$
declare
  head ledger_head;
  moment timestamptz;
  number bigint;
  previous bytea;
  current bytea;
  salt bytea;
  digest bytea;
  kept bigint;
begin
  select * into head from ledger_head where tenant_id = p_tenant for no key update;
  if not found then
    raise exception 'school % has no ledger', p_tenant using errcode = 'PA002';
  end if;
  moment := greatest(head.at, clock_timestamp());
  if cardinality(keys) > 0 then
    insert into applied (tenant_id, account, key, request_hash, status, first_seq, response, at)
    select p_tenant, p_actor, k.key, k.hash, k.status, head.seq + 1, k.response, moment
    from unnest(keys, request_hashes, statuses, responses) k(key, hash, status, response)
    on conflict do nothing;
    get diagnostics kept = row_count;
    if kept < cardinality(keys) then
      raise exception 'key applied already' using errcode = 'PA001';
    end if;
  end if;
  number := head.seq;
  previous := head.hash;
  for i in 1 .. cardinality(kinds) loop
    number := number + 1;
    salt := uuid_send(gen_random_uuid());
    digest := sha256(salt || convert_to(coalesce(payloads[i], ''), 'UTF8'));
    current := ledger_hash(p_tenant, number, moment, p_actor, p_role, kinds[i], pupils[i], classes[i], groups[i],
      lessons[i], days[i], entities[i], topic_lists[i], ops[i], p_request, digest, previous);
    insert into ledger (tenant_id, seq, at, actor, role, kind, pupil, class, study_group, lesson, day, entity, topics, op,
      request, payload, salt, payload_hash, prev_hash, hash)
    values (p_tenant, number, moment, p_actor, p_role, kinds[i], pupils[i], classes[i], groups[i], lessons[i], days[i],
      entities[i], string_to_array(topic_lists[i], ' '), ops[i], p_request, payloads[i], salt, digest, previous, current);
    previous := current;
  end loop;
  if number > head.seq then
    update ledger_head set seq = number, hash = previous, at = moment where tenant_id = p_tenant;
  end if;
  return head.seq + 1;
end
$$;

create function ledger_hash(
  tenant int, seq bigint, at timestamptz, actor uuid, role text, kind text, pupil uuid, class uuid, study_group uuid,
  lesson uuid, day date, entity uuid, topics text, op text, request text, payload_hash bytea, prev_hash bytea
) returns bytea
language sql immutable parallel safe
return sha256(
  ledger_field('parta-ledger-1') || ledger_field(tenant::text) || ledger_field(seq::text)
  || ledger_field((extract(epoch from at) * 1000000)::bigint::text)
  || ledger_field(actor::text) || ledger_field(role) || ledger_field(kind) || ledger_field(pupil::text)
  || ledger_field(class::text) || ledger_field(study_group::text) || ledger_field(lesson::text)
  || ledger_field(to_char(day, 'YYYY-MM-DD')) || ledger_field(entity::text) || ledger_field(topics)
  || ledger_field(op) || ledger_field(request) || payload_hash || prev_hash);

select protect(name::regclass) from unnest(array['ledger_head', 'ledger', 'applied']) name;

revoke update on ledger, applied from parta_app;
revoke insert, update on ledger_head from parta_app;
grant update (seq, hash, at) on ledger_head to parta_app;
grant delete on applied to parta_app;

create policy heads_of_all on ledger_head for select to parta_hub using (true);
grant select (tenant_id, seq) on ledger_head to parta_hub;

-- Erasure of personal content: the chain still verifies, because it holds the hash of the payload only.
grant select, update (payload, salt) on ledger to parta_erase;
