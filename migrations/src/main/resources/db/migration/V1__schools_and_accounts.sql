-- What belongs to the platform and to no school: schools themselves, accounts and how they sign in.
-- These tables carry no tenant_id and no row-level security; a school is referred to as "school".

create table school (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name text not null check (length(name) between 1 and 200),
  region text,
  time_zone text not null,
  demo boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

create table account (
  id uuid primary key default uuidv7(),
  login text not null unique check (login = lower(login) and length(login) between 1 and 100),
  name text not null,
  language text not null default 'ru' check (language in ('ru', 'en')),
  password text,
  platform_roles text[] not null default '{}',
  demo boolean not null default false,
  blocked_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

-- A role of an account in a school; person is the school's record of the same human being.
create table membership (
  id uuid primary key default uuidv7(),
  account uuid not null references account,
  school int not null references school,
  role text not null check (role in ('TEACHER', 'CLASS_TEACHER', 'DEPUTY', 'DIRECTOR', 'ADMIN', 'SYSADMIN', 'HR',
    'SECRETARY', 'PUPIL', 'GUARDIAN')),
  person uuid,
  from_day date not null default current_date,
  until_day date,
  unique (account, school, role)
);
create index membership_school on membership (school, account);

-- A signed-in browser. The token itself is never stored, only its SHA-256.
create table session (
  id uuid primary key default uuidv7(),
  hash bytea not null unique,
  account uuid not null references account,
  device text not null,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account) where ended_at is null;

-- An API token of a program; same rules, no cookie.
create table token (
  id uuid primary key default uuidv7(),
  hash bytea not null unique,
  account uuid not null references account,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index token_account on token (account) where ended_at is null;

-- A right that ended. Every node reads the new rows and closes the streams they concern.
-- session is the id of a session or a token; null means all of the account.
create table revocation (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account uuid not null,
  session uuid,
  school int,
  reason text not null
);
create index revocation_at on revocation (at);

-- Failed sign-ins of the last quarter of an hour; login and address only as keyed hashes.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  login bytea not null,
  address bytea not null
);
create index sign_in_failure_login on sign_in_failure (login, at);
create index sign_in_failure_address on sign_in_failure (address, at);
create index sign_in_failure_at on sign_in_failure (at);

-- Keys the nodes share: made once, at the first start.
create table secret (
  name text primary key,
  value bytea not null
);

-- Locks a school's table to the school of the transaction. Called for each such table, by every migration that adds one.
create function protect(relation regclass) returns void
language plpgsql
set search_path = public, pg_temp
as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format(
    'create policy own_school on %s using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int)'
    || ' with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int)', relation);
  execute format('grant select, insert, update on %s to parta_app', relation);
end
$$;
revoke all on function protect(regclass) from public;

grant select, insert, update on school, account, membership, session, token, secret to parta_app;
grant select, insert on revocation to parta_app;
grant select, insert, delete on sign_in_failure to parta_app;
grant delete on revocation, session, token to parta_app;
grant select on revocation to parta_hub;
