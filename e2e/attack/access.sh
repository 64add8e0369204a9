#!/usr/bin/env bash
# Attacks the doors of a running demonstration from outside, with curl alone.
#   e2e/attack/access.sh http://127.0.0.1:8080 LOGIN PASSWORD [ADMINISTRATOR PASSWORD]
# Checks 2, 6, 7, 8, 11, 14, 15, 17, 18, 28, 29, 30 and 38 of the security requirements. Exit code 1 if one fails.
set -uo pipefail
base=${1:?address} login=${2:?login} password=${3:?password} admin=${4:-} admin_password=${5:-$password}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck source=common.sh
source "$here/common.sh"

echo "— a stranger and every route (2, 30)"
mapfile -t routes < <(awk -F'|' '/^\| `GET/ && $3 !~ /●/ {gsub(/[`]/, "", $2); sub(/^ *GET */, "", $2); sub(/ *$/, "", $2); print $2}' "$here/../../docs/routes.md")
mapfile -t found < <(printf '%s\n' "${routes[@]}" | statuses)
for at in "${!routes[@]}"; do
  path=${routes[at]}
  # programs and the page of a phone are told that somebody must sign in; people are led to the sign-in page
  case $path in
    */api/* | /phone/along | /phone/pack | /phone/records/*) want=401 ;;
    *) want='302|404' ;;
  esac
  check "GET $path shows nothing" "$want" "${found[at]}"
done
for path in /actuator /actuator/env /actuator/heapdump /h2-console /.git/config /error/../admin; do
  check "$path" '302|400|404' "$(status --path-as-is "$base$path")"
done
check "health says up and nothing else" up "$(curl -s "$base/health")"

echo "— headers (6, 8, 11)"
headers=$(curl -sI "$base/sign-in" | tr -d '\r')
for wanted in "content-security-policy: default-src 'none'" "frame-ancestors 'none'" 'cache-control:.*no-store' 'x-content-type-options: nosniff' \
    'referrer-policy: no-referrer' 'set-cookie:.*httponly' 'samesite=(lax|strict)'; do
  check "$wanted" yes "$(grep -qiE "$wanted" <<<"$headers" && echo yes || echo no)"
done
check "no unsafe source in the policy" 0 "$(grep -ci 'unsafe-' <<<"$headers")"
check "no name or version of the server" 0 "$(grep -ciE '^(server|x-powered-by):' <<<"$headers")"

echo "— session (15)"
jar=$work/user
curl -s -o /dev/null -c "$jar" "$base/sign-in"
before=$(session "$jar")
check "signing in" '302 .*' "$(sign_in "$jar" "$login" "$password")"
after=$(session "$jar")
check "the session's name has changed" yes "$([ "$before" != "$after" ] && echo yes || echo no)"
check "inside" 200 "$(status -b "$jar" "$base/account")"
check "the old name opens nothing" 302 "$(status -b "passerelle=$before" "$base/account")"

echo "— writes without the token (7)"
mapfile -t routes < <(awk -F'|' '/^\| `POST/ {gsub(/[`]/, "", $2); sub(/^ *POST */, "", $2); sub(/ *$/, "", $2); print $2}' "$here/../../docs/routes.md")
mapfile -t found < <(printf '%s\n' "${routes[@]}" | statuses -b "$jar" -X POST -d 'x=y')
for at in "${!routes[@]}"; do
  path=${routes[at]}
  # below /api/ a browser's session does not count at all
  want=403; [[ $path == *"/api/"* ]] && want=401
  # sealed and signed by another node; whoever is none finds nothing there
  [[ $path == *"/node/envelope" ]] && want=404
  # a reader's mail program has neither cookie nor token; whoever does not know the secret finds nothing
  [[ $path == "/letters/leave/"* ]] && want=404
  check "POST $path" "$want" "${found[at]}"
done

echo "— fields that are not in the form (38)"
csrf=$(curl -s -b "$jar" "$base/account" | token)
account() { curl -s -b "$jar" "$base/account" | grep -A1 -E '<dl class="facts">|</dt>' | sed -E 's/_(csrf|once)" value="[^"]*"//'; }
kept=$(account)
curl -s -o /dev/null -b "$jar" --data-urlencode "_csrf=$csrf" -d 'language=en&organisationId=2&organisation=2&roles=ADMINISTRATOR&active=false' "$base/account/language"
check "organisation and roles are unchanged" "$(printf '%q' "$kept" | sed 's/[][\.*^$()+?{}|\\]/\\&/g')" "$(printf '%q' "$(account)")"

echo "— guessing (14, 28, 29)"
known=$work/known
awk '$6 !~ /passerelle$/' "$jar" >"$known" # the device is known, nobody is signed in
cp "$known" "$work/unhurried"
started=$(date +%s%N)
sign_in "$work/unhurried" "$login" "$password" >/dev/null
alone=$(( ($(date +%s%N) - started) / 1000000 )) # what it takes before anybody guesses: a busy machine is slow then, too
started=$(date +%s%N)
for i in $(seq 30); do sign_in "$work/thief$((i % 3))" "$login" "guess number $i" >/dev/null; done
echo "      30 guesses took $(( ($(date +%s%N) - started) / 1000000 )) ms"
started=$(date +%s%N)
check "the right one still comes in, on its device" '302 .*' "$(sign_in "$known" "$login" "$password")"
took=$(( ($(date +%s%N) - started) / 1000000 ))
check "and is not kept waiting" yes "$([ $took -lt $((2000 + 20 * alone)) ] && echo yes || echo "$took ms, $alone ms alone")"
check "and on a new one" '302 .*' "$(sign_in "$work/fresh" "$login" "$password")"
for odd in $'\x01\x02' $'name\r\nFAKE log line' '"><img src=x onerror=alert(1)>' "$(head -c 20000 /dev/zero | tr '\0' x)"; do
  csrf=$(curl -s -c "$work/odd" -b "$work/odd" "$base/sign-in" | token)
  printf '%s' "$odd" >"$work/typed"
  curl -s -b "$work/odd" -c "$work/odd" --data-urlencode "_csrf=$csrf" --data-urlencode "login@$work/typed" --data-urlencode "password=x" "$base/sign-in" >"$work/answer"
  check "odd bytes bring no trace and no markup" 0 "$(grep -cE 'Exception|at org\.|<img' "$work/answer")"
done

if [ -n "$admin" ]; then
  echo "— an administrator (17, 18)"
  boss=$work/admin
  check "signing in" '302 .*' "$(sign_in "$boss" "$admin" "$admin_password")"
  mapfile -t routes < <(awk -F'|' '/^\| `GET \/protect\// && $3 !~ /●/ && $15 !~ /●/ {gsub(/[`]/, "", $2); sub(/^ *GET */, "", $2); sub(/ *$/, "", $2); print $2}' "$here/../../docs/routes.md")
  mapfile -t found < <(printf '%s\n' "${routes[@]}" | statuses -b "$boss")
  for at in "${!routes[@]}"; do check "GET ${routes[at]}" 404 "${found[at]}"; done
  user=$(curl -s -b "$boss" "$base/house/users" | tr '\n' ' ' | grep -oE "/house/users/[0-9a-f-]{36}\">[^<]*</a></th> *<td class=\"full\">$login<" | head -1 | cut -d'"' -f1)
  page=$(curl -s -b "$boss" "$base$user")
  curl -s -o /dev/null -b "$boss" --data-urlencode "_csrf=$(token <<<"$page")" \
    --data-urlencode "_once=$(grep -o 'name="_once" value="[^"]*"' <<<"$page" | head -1 | cut -d'"' -f4)" -X POST "$base$user/sessions"
  check "ends all sessions of a person" 302 "$(status -b "$jar" "$base/account")"
fi

echo "— signing out (15)"
sign_in "$jar" "$login" "$password" >/dev/null
last=$(session "$jar")
csrf=$(curl -s -b "$jar" "$base/account" | token)
curl -s -o /dev/null -b "$jar" --data-urlencode "_csrf=$csrf" "$base/sign-out"
check "the session is dead on the server" 302 "$(status -b "passerelle=$last" "$base/account")"

exit $failed
