#!/usr/bin/env bash
# Attacks the log and the tables on PostgreSQL as whoever got hold of the program's role, and as its superuser.
#   e2e/attack/roles.sh [ADDRESS_OF_A_SUPERUSER, such as postgresql://postgres@127.0.0.1:5432/]
# Makes a database and two roles there and takes them away afterwards; without an address it starts a PostgreSQL of its
# own, as a user without rights, where its programs are installed. Checks 19, 24 and 26. Exit code 1 if one fails.
set -uo pipefail
super=${1:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
chmod 711 "$work"
server= cluster= base= name=passerelle_attack_$$
# shellcheck source=common.sh
source "$here/common.sh"
# shellcheck source=operator.sh
source "$here/operator.sh"
password=passerelle-demo-2026
seeded=Qwvtxseeded

programs=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb 2>/dev/null | sort -V | tail -1)" 2>/dev/null)
as_nobody() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"; else "$@"; fi; }
own_cluster() {
  local port
  port=$(free_port)
  cluster=$work/cluster
  mkdir "$cluster"
  [ "$(id -u)" = 0 ] && chown 65534:65534 "$cluster"
  (cd / && as_nobody "$programs/initdb" -D "$cluster" -U postgres --auth=trust -E UTF8 --no-locale --no-sync >/dev/null &&
    as_nobody "$programs/pg_ctl" -D "$cluster" -w -l "$cluster/said" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start >/dev/null) || return 1
  super=postgresql://postgres@127.0.0.1:$port/
}
leave() {
  [ -n "$server" ] && kill "$server" && wait "$server" 2>/dev/null
  if [ -n "$cluster" ]; then (cd / && as_nobody "$programs/pg_ctl" -D "$cluster" -m immediate stop >/dev/null)
  elif [ -n "$super" ]; then
    psql -qX "${super}postgres" -c "drop database if exists $name" -c "drop role if exists ${name}_app" -c "drop role if exists ${name}_owner" >/dev/null
  fi
  rm -rf "$work"
}
trap leave EXIT

if ! command -v psql >/dev/null; then echo "left out: checks 24 and 26 on PostgreSQL, there is no psql (Debian: apt-get install postgresql-client)"; exit 0; fi
if [ -z "$super" ]; then
  if [ ! -x "$programs/initdb" ]; then echo "left out: checks 24 and 26 on PostgreSQL, there is none (Debian: apt-get install postgresql)"; exit 0; fi
  own_cluster || { echo "FAIL  a PostgreSQL of our own could not be started"; exit 1; }
fi
secret=$(head -c 18 /dev/urandom | base64 | tr '+/' 'ab')
echo "$secret" >"$work/password"
psql -qX "${super}postgres" -c "create role ${name}_owner login password '$secret'" -c "create role ${name}_app login password '$secret'" \
  -c "create database $name owner ${name}_owner" || exit 1
as_super() { psql -qXAt "$super$name" -c "$1" 2>&1; }
as_app() { PGPASSWORD=$secret psql -qXAt "$(sed "s|//[^@]*@|//${name}_app@|" <<<"$super")$name" -c "$1" 2>&1; }
place=$(sed -E 's|^[a-z]+://([^@]*@)?||' <<<"$super")
database=(--database "jdbc:postgresql://$place$name" --database-user "${name}_app" --database-password-file "$work/password"
  --database-owner "${name}_owner" --database-owner-password-file "$work/password")

echo "— PostgreSQL: the program's role and the log (26)"
serve "$work/data" --demo=10 "${database[@]}"
sign_in "$work/jar" jelena.most "$password" >/dev/null
case=$(open_case "$work/jar" "$seeded Person")
check "the house works with it" 200 "$(status -b "$work/jar" "$base/protect/cases/$case")"
for statement in "delete from audit_entry" "update audit_entry set detail = 'x' where number = 1" "truncate audit_entry" \
    "delete from audit_checkpoint" "update audit_checkpoint set root = 'x'" "delete from flyway_schema_history"; do
  check "$statement" '.*permission denied for table.*' "$(as_app "$statement" | paste -sd' ')"
done
for statement in "drop table audit_entry" "alter table audit_entry disable trigger all" "grant update on audit_entry to ${name}_app" \
    "alter table audit_entry owner to ${name}_app" "create table mine (x int)" "set role ${name}_owner"; do
  check "$statement" '.*(must be owner|permission denied|no privileges|must be (able to|a member)).*' "$(as_app "$statement" | paste -sd' ')"
done
check "no entry is fewer" 0 "$(as_super "select count(*) - max(number) from audit_entry")"
check "nobody wrote 'x'" 0 "$(as_super "select count(*) from audit_entry where detail = 'x'")"

echo "— PostgreSQL at rest (19)"
check "the name is in no table" 0 "$(pg_dump "$super$name" | grep -c "$seeded")"
check "a login is, so that the search finds what is there" '[1-9][0-9]*' "$(pg_dump "$super$name" | grep -c jelena.most)"
if [ -n "$cluster" ]; then
  as_super checkpoint >/dev/null
  check "nor in any file of the server, its write-ahead log included" 0 "$(found "$seeded" "$cluster")"
  check "where the same search finds a login" '[1-9][0-9]*' "$(found jelena.most "$cluster")"
fi
stop

echo "— PostgreSQL: a superuser alters the log (24)"
check "it holds" 0 "$(operator_code verify-audit --data "$work/data" "${database[@]}")"
as_super "update audit_entry set detail = detail || 'x' where number = 9" >/dev/null
check "a byte more in entry 9 is named" '1 The log is broken at entry 9:.*' "$(operator_said verify-audit --data "$work/data" "${database[@]}")"
as_super "update audit_entry set detail = left(detail, -1) where number = 9" >/dev/null
check "put back, it holds" 0 "$(operator_code verify-audit --data "$work/data" "${database[@]}")"
as_super "delete from audit_entry where number > 20; delete from audit_checkpoint;
  update audit_head set number = 20, hash = (select hash from audit_entry where number = 20)" >/dev/null
check "a log that was cut with its head and roots: the roots beside the folder show it" '1 .*the log ends at entry 20.*' \
  "$(operator_said verify-audit --data "$work/data" "${database[@]}")"
exit $failed
