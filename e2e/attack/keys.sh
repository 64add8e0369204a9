#!/usr/bin/env bash
# Attacks keys, backups, erasure and the log of a running demonstration on the embedded database, from outside: curl, the
# launcher, and the shell of H2 for what an intruder on the machine would do. Restores into folders of its own and leaves
# the running one open.
#   e2e/attack/keys.sh http://127.0.0.1:8080 DATA_FOLDER CASEWORKER OFFICER SUPERVISOR PASSWORD
# The three are of one organisation. Checks 19, 20, 22, 24 and 39; then roles.sh for those on PostgreSQL. Exit code 1 if one fails.
set -uo pipefail
base=${1:?address} data=${2:?folder} login=${3:?login} officer=${4:?login} supervisor=${5:?login} password=${6:?password}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server"; wait; rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
# shellcheck source=operator.sh
source "$here/operator.sh"
seeded=Qwvtxseeded
us=$work/us
sign_in "$us" "$login" "$password" >/dev/null
sign_in "$work/officer" "$officer" "$password" >/dev/null
sign_in "$work/supervisor" "$supervisor" "$password" >/dev/null

goes=$(open_case "$us" "$seeded Goes") stays=$(open_case "$us" "$seeded Stays")
check "two cases were opened" '[0-9a-f-]{36} [0-9a-f-]{36}' "$goes $stays"
check "with a note each" '302 302' "$(note "$us" "$goes" "$seeded") $(note "$us" "$stays" "$seeded")"

echo "— at rest (19): the name is nowhere, a login that is not sealed is found by the same search"
check "the name is in no file of the folder" 0 "$(found "$seeded" "$data")"
check "the search finds what is there" '[1-9][0-9]*' "$(found "$login" "$data")"
node=$(<"$data.key")
check "the node's key is in no file of the folder" 0 "$(found "$node" "$data")"
check "nor as bytes" 0 "$(LC_ALL=C grep -rlaP "$(sed 's/../\\x&/g' <<<"$node")" "$data" | wc -l | tr -d ' ')"
check "only its owner reads it" 600 "$(stat -c %a "$data.key")"

echo "— keys are changed while people work (22)"
for worker in 1 2 3; do
  (for _ in $(seq 300); do
    [ -e "$work/stop" ] && break
    status -b "$us" "$base/protect/cases/$stays"; echo
    identity_status "$us" "$stays"; echo
    note "$us" "$stays" "$seeded"; echo
  done) >"$work/load$worker" &
done
asked() { cat "$work"/load? | wc -l; }
until_asked() { # more than so many answers, or all that the workers ask for
  for _ in $(seq 1500); do
    if [ "$(asked)" -gt "$1" ] || [ -z "$(jobs -r)" ]; then break; fi
    sleep 0.2
  done
}
until_asked 10
for _ in 1 2; do said=$(operator key rotate --data "$data"); check "the keys were changed" 'Changed\. [0-9,.  ]+ keys were rewrapped.*' "$said"; done
until_asked $(($(asked) + 30))
until_asked 60
touch "$work/stop"
wait %1 %2 %3
sort "$work"/load? | uniq -c | sed 's/^/     /'
check "errors meanwhile" 0 "$(grep -cvhE '^(200|302)$' "$work"/load? | paste -sd+ | bc)"
check "enough was asked" yes "$([ "$(asked)" -gt 60 ] && echo yes || asked)"
check "the node's key is another" yes "$([ "$node" != "$(<"$data.key")" ] && echo yes || echo no)"
check "what was sealed before opens" 1 "$(identity "$us" "$stays" | grep -c "$seeded Stays")"
# counted to the end: a search that stops at the first find would cut the page off, which counts as a failure
check "and the old note" '[1-9][0-9]*' "$(curl -s -b "$us" "$base/protect/cases/$goes/notes" | grep -c "$seeded")"

echo "— a backup (39): two files, sealed"
day=$work/yesterday
check "it is taken while the house runs" 0 "$(operator_code backup --data "$data" --out "$day.data" --keys-out "$day.keys")"
ls -l "$day".* | awk -v w="$work/" '{sub(w, "", $9); print "      " $9 ": " $5 " bytes"}'
for part in data keys; do
  check "the $part are an age file" age-encryption.org/v1 "$(head -1 "$day.$part" | tr -d '\0')"
  check "no name and no login in the $part" 0 "$(($(found "$seeded" "$day.$part") + $(found "$login" "$day.$part")))"
  check "no node key in the $part" 0 "$(found "$(<"$data.key")" "$day.$part")"
done
check "one file for both is refused" 2 "$(operator_code backup --data "$data" --out "$day" --keys-out "$day")"

echo "— two persons erase (20)"
check "the officer asks" 302 "$(once "$work/officer" "/protect/cases/$goes/erase" -d reason=asked_by_person)"
check "that alone erases nothing" 200 "$(status -b "$us" "$base/protect/cases/$goes")"
waiting=$(curl -s -b "$work/supervisor" "$base/house/approvals" | grep -oE '/house/approvals/[0-9a-f-]{36}/approve' | head -1)
check "the officer cannot agree to it" 404 "$(once_at "$work/officer" /house/approvals "$waiting")"
check "the supervisor agrees" 302 "$(once_at "$work/supervisor" /house/approvals "$waiting")"
check "the case is gone" 404 "$(status -b "$us" "$base/protect/cases/$goes")"
check "its identity too" 404 "$(identity_status "$us" "$goes")"
check "the list outside the folder has it" '[1-9][0-9]*' "$(grep -c '' "$data.destroyed")"
check "and holds no name" 0 "$(found "$seeded" "$data.destroyed")"

echo "— yesterday's backup comes back (20, 39)"
restore() { operator_code restore "$day.data" --keys "$day.keys" --key "$data.key" "$@"; }
check "not without the list" 2 "$(restore --data "$work/no" --destroyed "$work/none.destroyed")"
sed '1s/ [0-9a-f]/ 0/' "$data.destroyed" | sed '1s/^./3/' >"$work/altered.destroyed"
check "not with a list that was altered" 2 "$(restore --data "$work/no" --destroyed "$work/altered.destroyed")"
head -c -100 "$day.data" >"$work/cut.data"
check "not when it was cut off" 2 "$(operator_code restore "$work/cut.data" --keys "$day.keys" --key "$data.key" --data "$work/no" --destroyed "$data.destroyed")"
head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$work/wrong.key"
check "not with another node's key" 2 "$(operator_code restore "$day.data" --keys "$day.keys" --key "$work/wrong.key" --data "$work/no" --destroyed "$data.destroyed")"
check "and nothing was left of the attempts" no "$([ -e "$work/no" ] && echo yes || echo no)"
back=$work/back
cp "$data.destroyed" "$back.destroyed"
cp "$data.key" "$back.key"
check "with it, it does" 0 "$(operator_code restore "$day.data" --keys "$day.keys" --data "$back")"
grep -h restored "$work/said" | sed "s|$work/||; s/^/      /"
check "the backup did hold the person" 1 "$(h2 "$back" "select count(*) from protect_case where id = '$goes'")"
person=$(h2 "$back" "select person from protect_case where id = '$goes'")
other=$(h2 "$back" "select person from protect_case where id = '$stays'")
check "whose key was left out" 0 "$(grep -ac "$person" "$back/keys/keystore.mv")"
check "while another's is there" '[1-9][0-9]*' "$(grep -ac "$other" "$back/keys/keystore.mv")"
serve "$back" --demo
sign_in "$work/again" "$login" "$password" >/dev/null
check "nobody is brought back" 404 "$(status -b "$work/again" "$base/protect/cases/$goes")"
check "whoever was not erased is there" 200 "$(status -b "$work/again" "$base/protect/cases/$stays")"
check "and readable" 1 "$(identity "$work/again" "$stays" | grep -c "$seeded Stays")"
stop
check "the rows are gone" 0 "$(h2 "$back" "select count(*) from protect_case where id = '$goes' union all select count(*) from person where id = '$person'" | paste -sd+ | bc)"
check "it stands in the log" 1 "$(h2 "$back" "select count(*) from audit_entry where action = 'person.erased' and subject = '$person'")"
check "nobody's name is in the folder" 0 "$(found "$seeded" "$back")"

echo "— the log is altered (24)"
check "it holds" 'The log is valid: .* signed roots match\.' "$(operator verify-audit --data "$back")"
h2 "$back" "update audit_entry set detail = concat(detail, 'x') where number = 7" >/dev/null
check "a byte more in entry 7 is named" '1 The log is broken at entry 7:.*' "$(operator_said verify-audit --data "$back")"
h2 "$back" "update audit_entry set detail = left(detail, length(detail) - 1) where number = 7" >/dev/null
check "put back, it holds" 0 "$(operator_code verify-audit --data "$back")"
check "it is exported" 0 "$(operator_code verify-audit --data "$back" --export "$work/log")"
check "and holds on any machine" 0 "$(operator_code verify-audit --file "$work/log" --checkpoints "$back.checkpoints")"
rechained "$work/log" 3 >"$work/forged"
grep -v '^C ' "$work/forged" >"$work/bare"
check "an altered one with a new chain fits itself" 0 "$(operator_code verify-audit --file "$work/bare")"
check "the signed root finds it" '1 .*the signed root.*' "$(operator_said verify-audit --file "$work/forged")"
check "a copy of the roots too, where it has none" '1 .*the signed root.*' "$(operator_said verify-audit --file "$work/bare" --checkpoints "$back.checkpoints")"
check "another's public key is not taken" '1 .*another signature.*' "$(operator_said verify-audit --file "$work/log" --checkpoints "$back.checkpoints" \
  --public-key "$(other_key "$back.checkpoints")")"
cp "$data.key" "$work/older.key"
check "the older backup, once more" 0 "$(operator_code restore "$day.data" --keys "$day.keys" --data "$work/older" --destroyed "$data.destroyed")"
check "its log was rolled back: the later roots show it" '1 .*the log ends at entry.*' "$(operator_said verify-audit --data "$work/older" --checkpoints "$back.checkpoints")"

"$here/roles.sh" || failed=1
[ $failed = 0 ] && echo "all checks of the keys passed"
exit $failed
