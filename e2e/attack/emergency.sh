#!/usr/bin/env bash
# Attacks emergency access, two-person acts and the calendar address of a running demonstration, with curl alone.
#   e2e/attack/emergency.sh http://127.0.0.1:8080 LEAD COLLEAGUE SUPERVISOR OTHER ADMINISTRATOR AUDITOR PASSWORD
# LEAD, COLLEAGUE, SUPERVISOR, ADMINISTRATOR and AUDITOR are of one organisation, OTHER is a caseworker of another one.
# Checks 1, 7, 17, 18, 23, 35. A demonstration has no second factors: that the factor is asked anew is EmergencyAccessTest's.
set -uo pipefail
base=${1:?address} lead=${2:?login} colleague=${3:?login} supervisor=${4:?login} other=${5:?login}
admin=${6:?login} auditor=${7:?login} password=${8:?password}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
seeded=Qvwseeded
for who in lead colleague supervisor other admin auditor; do
  sign_in "$work/$who" "${!who}" "$password" >/dev/null
  curl -s -o /dev/null -b "$work/$who" -c "$work/$who" "$base/language/en?to=/"
done
field() { grep -o "name=\"$1\" value=\"[^\"]*\"" | head -1 | cut -d'"' -f4; }
# who, page with the form, address, fields: sends the form as a browser would and prints the status
send() {
  local who=$1 from=$2 to=$3 page
  shift 3
  page=$(curl -s -b "$work/$who" "$base$from")
  curl -s -o "$work/answer" -w '%{http_code}' -b "$work/$who" --data-urlencode "_csrf=$(field _csrf <<<"$page")" \
    --data-urlencode "_once=$(field _once <<<"$page")" "$@" "$base$to"
}
sees() { status -b "$work/$1" "$base/protect/cases/$id"; }

send lead /protect/cases/new /protect/cases -d country=RS -d first_contact="$(date -u +%F)" -d how_came=self -d asylum=none \
  -d might_be_minor=no --data-urlencode "name=$seeded Person" >/dev/null
page=$(curl -s -b "$work/lead" "$base/protect/cases")
id=$(grep -oE '/protect/cases/[0-9a-f-]{36}' <<<"$page" | head -1 | cut -d/ -f4)
code=$(curl -s -b "$work/lead" "$base/protect/cases/$id" | grep -oE 'class="code">[0-9A-Z]{3}-[0-9A-Z]{3}' | head -1 | cut -d'>' -f2)
check "a case was opened" '[0-9A-Z]{3}-[0-9A-Z]{3}' "$code"
check "a colleague who is not on the team does not see it" 404 "$(sees colleague)"

echo "— emergency access (35): who may, and in which words it is refused"
check "without a reason" 422 "$(send colleague /protect/emergency /protect/emergency -d "code=$code")"
check "with a code that does not exist" 422 "$(send colleague /protect/emergency /protect/emergency -d code=AAA-AAA -d reason=x)"
unknown=$(grep -oE 'class="field-error"[^/]*' "$work/answer" | head -1)
check "another organisation's caseworker" 422 "$(send other /protect/emergency /protect/emergency -d "code=$code" -d reason=x)"
check "and in the same words" same "$([ "$unknown" = "$(grep -oE 'class="field-error"[^/]*' "$work/answer" | head -1)" ] && echo same)"
check "who still does not see it" 404 "$(sees other)"
for who in admin auditor; do
  check "there is no such page for the $who" 404 "$(status -b "$work/$who" "$base/protect/emergency")"
  check "nor such a form" '403|404' "$(send $who /account /protect/emergency -d "code=$code" -d reason=x)"
  check "and the case is not there" 404 "$(sees $who)"
done
check "a form without its token (7)" 403 "$(status -b "$work/colleague" -d "code=$code" -d reason=x "$base/protect/emergency")"
check "none of it opened anything" 404 "$(sees colleague)"

echo "— never silent: it opens, the supervisor is told, the log has it"
check "the supervisor's first page is calm before" 0 "$(curl -s -b "$work/supervisor" "$base/" | grep -c "$code")"
check "with code and reason it opens" 302 "$(send colleague /protect/emergency /protect/emergency -d "code=$code" -d 'reason=She does not answer')"
check "the case is open to the colleague" 200 "$(sees colleague)"
check "its page says that this is an emergency" '[1-9]' "$(curl -s -b "$work/colleague" "$base/protect/cases/$id" | grep -c 'in an emergency, until')"
check "the supervisor's first page names it at once" '[1-9]' "$(curl -s -b "$work/supervisor" "$base/" | grep -c "$code")"
check "and the board" '[1-9]' "$(curl -s -b "$work/supervisor" "$base/protect/supervision" | grep -c 'opened in an emergency')"
check "with the reason" '[1-9]' "$(curl -s -b "$work/supervisor" "$base/protect/supervision/emergencies" | grep -c 'She does not answer')"
check "the log has one line of it (23)" 1 "$(curl -s -b "$work/auditor" "$base/house/audit?action=emergency.began&subject=$id" | grep -c 'emergency=')"
check "whoever opened it cannot judge it" 404 "$(status -b "$work/colleague" "$base/protect/supervision/emergencies")"
check "a second time is refused" 422 "$(send colleague /protect/emergency /protect/emergency -d "code=$code" -d reason=again)"
check "it ends when they say so" 302 "$(send colleague "/protect/cases/$id" "/protect/cases/$id/emergency/end")"
check "at once" 404 "$(sees colleague)"
check "and the supervisor still has to judge it" '[1-9]' "$(curl -s -b "$work/supervisor" "$base/" | grep -c "$code")"

echo "— two persons: an administrator alone gives nobody a case role"
page=$(curl -s -b "$work/admin" "$base/house/users/new")
organisation=$(curl -s -b "$work/admin" "$base/house/users" | tr '\n' ' ' | grep -oE '<option value="[0-9a-f-]{36}"[^>]*>[^<]*Most' | head -1 | cut -d'"' -f2)
login=mallory.$RANDOM@test.example
check "entering a case manager" 302 "$(send admin /house/users/new /house/users -d "login=$login" -d name=Mallory -d language=en -d roles=CASE_MANAGER -d "organisation=$organisation")"
user=$(curl -s -b "$work/admin" "$base/house/users" | tr '\n' ' ' | grep -oE "/house/users/[0-9a-f-]{36}\">[^<]*</a></th> *<td class=\"full\">$login<" | head -1 | cut -d'"' -f1)
check "gives no link" '4..' "$(send admin "$user" "$user/link")"
request=$(curl -s -b "$work/admin" "$base/house/approvals" | grep -oE '/house/approvals/[0-9a-f-]{36}/withdraw' | head -1 | cut -d/ -f4)
check "the request waits" '[0-9a-f-]{36}' "$request"
check "who asked cannot agree" 404 "$(send admin /house/approvals "/house/approvals/$request/approve")"
check "nor a case manager" 404 "$(send lead /account "/house/approvals/$request/approve")"
check "nor another organisation" 404 "$(send other /account "/house/approvals/$request/approve")"
check "nor whoever finds the operator's address" 404 "$(status "$base/house/approve")"
check "nor guesses its secret" 404 "$(status -H 'Passerelle-Control: 0000' "$base/house/approve/AAA-AAA")"
check "the supervisor can" 302 "$(send supervisor /house/approvals "/house/approvals/$request/approve")"
check "but not twice" '4..' "$(send supervisor /account "/house/approvals/$request/approve")"
check "a reset takes two persons as well" 302 "$(send admin "$(curl -s -b "$work/admin" "$base/house/users" | tr '\n' ' ' | grep -oE "/house/users/[0-9a-f-]{36}\">[^<]*</a></th> *<td class=\"full\">$colleague<" | head -1 | cut -d'"' -f1)" "$(curl -s -b "$work/admin" "$base/house/users" | tr '\n' ' ' | grep -oE "/house/users/[0-9a-f-]{36}\">[^<]*</a></th> *<td class=\"full\">$colleague<" | head -1 | cut -d'"' -f1)/reset")"
check "until then the colleague works on" 200 "$(status -b "$work/colleague" "$base/account")"

echo "— the calendar address tells of nobody"
send lead "/protect/cases/$id/tasks/new" "/protect/cases/$id/tasks" --data-urlencode "title=Fetch $seeded in Skopje" -d task_kind=hearing -d "due=$(date -u -d '+3 days' +%F)" >/dev/null
send lead /protect/calendar /protect/calendar >/dev/null
feed=$(curl -s -b "$work/lead" "$base/protect/calendar" | grep -oE '/calendar/own/[A-Za-z0-9_-]+\.ics' | head -1)
curl -s "$base$feed" >"$work/feed"
check "it opens without signing in" 200 "$(status "$base$feed")"
check "it names the case by its code" yes "$(grep -q "$code" "$work/feed" && echo yes)"
check "and nothing else of it" 0 "$(grep -ciE "$seeded|Skopje|Fetch|$id" "$work/feed")"
check "a guessed one does not" 404 "$(status "$base/calendar/own/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics")"
check "closing it" 302 "$(send lead /protect/calendar /protect/calendar/revoke)"
check "closes it at once" 404 "$(status "$base$feed")"

echo "— an administrator ends all sessions of a person (17)"
user=$(curl -s -b "$work/admin" "$base/house/users" | tr '\n' ' ' | grep -oE "/house/users/[0-9a-f-]{36}\">[^<]*</a></th> *<td class=\"full\">$colleague<" | head -1 | cut -d'"' -f1)
check "of a colleague" 302 "$(send admin "$user" "$user/sessions")"
check "who is out at once" 302 "$(status -b "$work/colleague" "$base/account")"

exit $failed
