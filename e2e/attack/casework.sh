#!/usr/bin/env bash
# Attacks the casework of a running demonstration from outside, with curl alone.
#   e2e/attack/casework.sh http://127.0.0.1:8080 DATA_FOLDER LOGIN OTHER_LOGIN ADMINISTRATOR PASSWORD
# OTHER_LOGIN is a caseworker of another organisation. Checks 1, 3, 4, 5, 7, 10, 18, 19, 23, 28, 29. Exit code 1 if one fails.
set -uo pipefail
base=${1:?address} data=${2:?folder} login=${3:?login} other=${4:?login} admin=${5:?login} password=${6:?password}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
seeded=Zyxwseeded
us=$work/us them=$work/them house=$work/house
sign_in "$us" "$login" "$password" >/dev/null
sign_in "$them" "$other" "$password" >/dev/null
sign_in "$house" "$admin" "$password" >/dev/null

page=$(curl -s -b "$us" "$base/protect/cases/new")
csrf=$(token <<<"$page")
once=$(grep -o 'name="_once" value="[^"]*"' <<<"$page" | head -1 | cut -d'"' -f4)
case=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$us" --data-urlencode "_csrf=$csrf" --data-urlencode "_once=$once" \
  -d country=RS -d first_contact="$(date -u +%F)" -d how_came=self -d asylum=none -d might_be_minor=no \
  --data-urlencode "name=$seeded Person" --data-urlencode "documents=$seeded 12345" "$base/protect/cases")
id=${case##*/}
check "a case was opened" '[0-9a-f-]{36}' "$id"

echo "— another organisation and the administrator (1, 18): 404, as if it were not there"
while read -r path; do
  filled=$(sed -E "s/\{id\}/$id/; s/\{[^}]+\}/6f1c1f0e-0d7a-4c5b-9d1a-000000000001/g" <<<"$path")
  check "other organisation: $path" 404 "$(status -b "$them" "$base$filled")"
  check "administrator: $path" 404 "$(status -b "$house" "$base$filled")"
done < <(grep -o '`GET /protect/cases/{id}[^`]*`' "$here/../../docs/routes.md" | tr -d '`' | sed 's/^GET //')

echo "— what is shown and to whom (3)"
check "the name is not on the page of the case" 0 "$(curl -s -b "$us" "$base/protect/cases/$id" | grep -c $seeded)"
check "the name is not in the list" 0 "$(curl -s -b "$us" "$base/protect/cases" | grep -c $seeded)"
csrf=$(curl -s -b "$us" "$base/protect/cases/$id" | token)
check "without a token nothing is shown (7)" 403 "$(status -b "$us" -X POST "$base/protect/cases/$id/identity")"
check "the team may ask for it" 1 "$(curl -s -b "$us" --data-urlencode "_csrf=$csrf" "$base/protect/cases/$id/identity" | grep -c "$seeded Person")"

echo "— injection (4) and odd bytes (28, 29)"
for odd in "%27%20or%20%271%27%3D%271" "%00" "%0aFAKE%20log%20line" "%F0%28%8C%28" "..%2f..%2fetc%2fpasswd" "%24%7B7*7%7D"; do
  for route in "/protect/cases?state=$odd" "/protect/cases?country=$odd" "/protect/cases?page=$odd" "/protect/cases/$odd" "/language/$odd?to=//evil.example"; do
    body=$(curl -s --path-as-is -b "$us" "$base$route")
    check "$route tells nothing of the inside" 0 "$(grep -ciE 'exception|at org\.|at java\.|sqlstate|stack ?trace' <<<"$body")"
  done
done
check "another site is never led to" 0 "$(curl -s -o /dev/null -w '%{redirect_url}' "$base/language/en?to=//evil.example" | grep -c evil)"

echo "— markup in every field (5): shown as text, never as markup"
markup='"><img src=x onerror=alert(5)><script>alert(5)</script>'
page=$(curl -s -b "$us" "$base/protect/cases/new")
evil=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$us" --data-urlencode "_csrf=$(token <<<"$page")" \
  --data-urlencode "_once=$(grep -o 'name="_once" value="[^"]*"' <<<"$page" | head -1 | cut -d'"' -f4)" \
  -d country=RS -d first_contact="$(date -u +%F)" -d how_came=self -d asylum=none -d might_be_minor=no \
  --data-urlencode "pseudonym=$markup" --data-urlencode "name=$markup" --data-urlencode "aliases=$markup" --data-urlencode "take_care=$markup" \
  --data-urlencode "how_came_note=$markup" --data-urlencode "safe_note=$markup" --data-urlencode "documents=$markup" \
  --data-urlencode "origin=$markup" --data-urlencode "phone=$markup" --data-urlencode "address=$markup" --data-urlencode "channel=$markup" "$base/protect/cases")
evil=${evil##*/}
csrf=$(curl -s -b "$us" "$base/protect/cases/$evil/notes" | token)
curl -s -o /dev/null -b "$us" --data-urlencode "_csrf=$csrf" -d _once=6f1c1f0e-0d7a-4c5b-9d1a-00000000aa05 -d kind=other --data-urlencode "text=$markup" "$base/protect/cases/$evil/notes"
for part in "" /notes /edit /history /referrals/new /consents /forms /looked; do
  body=$(curl -s -b "$us" "$base/protect/cases/$evil$part")
  check "no markup of a person on /protect/cases/{id}$part" 0 "$(grep -cF -e '<img src=x' -e '<script>alert' <<<"$body")"
done
for part in identity person; do
  body=$(curl -s -b "$us" --data-urlencode "_csrf=$csrf" "$base/protect/cases/$evil/$part")
  check "no markup of a person in its $part" 0 "$(grep -cF -e '<img src=x' -e '<script>alert' <<<"$body")"
  check "but its text in its $part" yes "$(grep -qF '&lt;img src=x' <<<"$body" && echo yes || echo no)"
done

echo "— at rest and in the log (10, 19, 23, 28)"
check "the name is nowhere in the data folder" 0 "$(grep -rl $seeded "$data" 2>/dev/null | wc -l | tr -d ' ')"
check "the name in UTF-16 neither" 0 "$(grep -rlP 'Z\x00y\x00x\x00w\x00s\x00e\x00e\x00d' "$data" 2>/dev/null | wc -l | tr -d ' ')"
check "no forged line in a log" 0 "$(grep -rl '^FAKE' "$data" 2>/dev/null | wc -l | tr -d ' ')"

[ $failed = 0 ] && echo "all checks of the casework passed"
exit $failed
