#!/usr/bin/env bash
# Turns two public tools on a running demonstration: ffuf on every route and the usual paths, as nobody and as two users;
# sqlmap on every address and form with parameters. Long; run by hand before a release. The demonstration is spoilt by it.
#   e2e/attack/tools.sh http://127.0.0.1:8080 PASSWORD LOGIN ROLE OTHER_LOGIN OTHER_ROLE [SECONDS] [DATABASE]
# ROLE as in the head of docs/routes.md, such as "case manager". SECONDS bounds sqlmap in all, 900 unless told; DATABASE
# is H2 unless told (PostgreSQL). Installs nothing (Debian: apt-get install sqlmap ffuf). Checks 2, 4 and 30. Exit code 1 if one fails.
set -uo pipefail
base=${1:?address} password=${2:?password} seconds=${7:-900} database=${8:-H2}
users=("${3:?login}" "${5:?login}") roles=("${4:?role}" "${6:?role}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case $base in http://127.0.0.1:*) ;; *) echo "passerelle: only an address on this machine, http://127.0.0.1:PORT, is attacked." >&2; exit 2 ;; esac
for tool in ffuf sqlmap python3; do
  command -v $tool >/dev/null || { echo "passerelle: $tool is missing (Debian: apt-get install $tool)." >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
table=$here/../../docs/routes.md
fill() { sed -E 's/\{[^}]+\}/6f1c1f0e-0d7a-4c5b-9d1a-000000000001/g; s|^/||'; }
routes_of() { # role: addresses that it may call
  awk -F'|' -v role="$1" '/^\| route/ {for (i = 3; i < NF; i++) {name = $i; gsub(/^ +| +$/, "", name); if (name == role) column = i}}
    /^\| `/ && column && $column ~ /●/ {gsub(/[`]/, "", $2); split($2, part, " "); print part[2]}' "$table" | fill | sort -u
}
awk -F'|' '/^\| `/ {gsub(/[`]/, "", $2); split($2, part, " "); print part[2]}' "$table" | fill | sort -u >"$work/routes"
cat >"$work/usual" <<'PATHS'
.env
.git/HEAD
.git/config
.htaccess
.svn/entries
WEB-INF/web.xml
META-INF/MANIFEST.MF
actuator
actuator/env
actuator/heapdump
actuator/loggers
actuator/mappings
actuator/threaddump
admin
administrator
api
application.properties
backup
backup.sql
backup.zip
config
console
db
debug
dump.sql
graphql
h2
h2-console
heapdump
jmx-console
jolokia
keys/keystore.mv
log/passerelle.log
manager/html
metrics
passerelle.key
passerelle.mv.db
phpmyadmin
server-status
server.json
status
swagger-ui.html
swagger-ui/index.html
trace
users
v2/api-docs
v3/api-docs
%2e%2e/%2e%2e/etc/passwd
..;/actuator
static/..%2f..%2fetc/passwd
PATHS
cat "$work/routes" "$work/usual" >"$work/words"
fuzz() { # name, options: found lines "status path"
  ffuf -s -noninteractive -w "$work/words" -u "$base/FUZZ" -mc all -t 8 -timeout 30 -of csv -o "$work/$1.csv" "${@:2}" >/dev/null 2>&1
  awk -F, 'NR > 1 {print $5, $1}' "$work/$1.csv"
}

echo "— ffuf: $(wc -l <"$work/words") addresses (2, 30)"
fuzz nobody >"$work/nobody"
check "every address answers nobody" "$(wc -l <"$work/words" | tr -d ' ')" "$(wc -l <"$work/nobody" | tr -d ' ')"
check "nobody: what opens is public" "" "$(awk '$1 == 200 {print $2}' "$work/nobody" | grep -vxF -f <(routes_of public; echo '^') | paste -sd' ')"
check "nobody: no failure" "" "$(awk '$1 >= 500' "$work/nobody" | paste -sd' ')"
check "nobody: the usual paths are not there" "" "$(grep -F -w -f <(sed 's/^/ /' "$work/usual") "$work/nobody" | awk '$1 !~ /^(302|400|404)$/' | grep -wvF -f <(sed 's/^/ /' "$work/routes") | paste -sd' ')"
for i in 0 1; do
  sign_in "$work/jar$i" "${users[$i]}" "$password" >/dev/null
  fuzz "user$i" -b "passerelle=$(session "$work/jar$i")" >"$work/user$i"
  check "${users[$i]} is signed in" 200 "$(status -b "$work/jar$i" "$base/account")"
  check "the role ${roles[$i]} stands in the table" '[1-9][0-9]*' "$(routes_of "${roles[$i]}" | wc -l | tr -d ' ')"
  check "${users[$i]}: what opens is for a ${roles[$i]}" "" "$(awk '$1 == 200 {print $2}' "$work/user$i" | grep -vxF -f <(routes_of "${roles[$i]}"; echo '^') | paste -sd' ')"
  check "${users[$i]}: no failure" "" "$(awk '$1 >= 500' "$work/user$i" | paste -sd' ')"
done

echo "— sqlmap: addresses and forms with parameters, $seconds s at most (4)"
: >"$work/targets"
for i in 0 1; do
  sign_in "$work/jar$i" "${users[$i]}" "$password" >/dev/null
  python3 "$here/forms.py" "$base" "passerelle=$(session "$work/jar$i")" "$table" | sed "s/^/$i\t/" >>"$work/targets"
done
# each route once, whoever reaches its form first; those that end the session or wait on purpose come last, and the two that
# end it and carry nothing are left out
awk -F'\t' '{key = $2 " " $3; gsub(/[0-9a-f]{8}-[0-9a-f-]{27}/, "ID", key); sub(/\?.*/, "", key)} !seen[key]++' <(grep -v '_csrf=x&' "$work/targets"; grep '_csrf=x&' "$work/targets") |
  awk -F'\t' '$3 !~ /^\/(sign-out|account\/sessions\/end-all)$/' |
  awk -F'\t' '{last = $3 ~ /^\/(sign-|account\/(sessions|password|totp))/} {print last "\t" $0}' | sort -s -n -k1,1 | cut -f2- >"$work/once"
echo "      $(wc -l <"$work/once" | tr -d ' ') to try"
began=$SECONDS whole=0 cut=0
while IFS=$'\x1f' read -r i method path body; do
  left=$((seconds - (SECONDS - began)))
  [ $left -le 5 ] && break
  jar=$work/jar$i
  sign_in "$jar" "${users[$i]}" "$password" >/dev/null
  options=(--batch --level 1 --risk 1 --technique BEUT --flush-session --timeout 10 --retries 0 --dbms "$database"
    --ignore-code '*' --ignore-redirects --disable-coloring --output-dir "$work/sqlmap" --cookie "passerelle=$(session "$jar")" -u "$base$path")
  if [ "$method" = POST ]; then
    # sqlmap asks for a token before each try, one after the other
    options+=(--data "$body" --csrf-token=_csrf --csrf-url "$base/account" --csrf-method GET --eval 'import uuid; _once = str(uuid.uuid4())')
  else
    options+=(--threads 4)
  fi
  timeout $((left < 40 ? left : 40)) sqlmap "${options[@]}" </dev/null >"$work/said" 2>&1
  code=$?
  if [ $code = 124 ]; then cut=$((cut + 1)); else whole=$((whole + 1)); fi
  # what "appears to be injectable" sqlmap may take back in the end
  if grep -qE 'identified the following injection point|is vulnerable' "$work/said"; then
    check "$method $path takes no SQL" none "$(grep -E 'Parameter:|Payload:' "$work/said" | head -4 | paste -sd' ')"
  elif [ $code != 124 ] && ! grep -qE 'not (seem|appear) to be injectable' "$work/said"; then
    check "$method $path could be tried" yes "$(grep -E 'CRITICAL|ERROR' "$work/said" | head -2 | paste -sd' ')"
  else
    failures=$(grep -oE '5[0-9][0-9] \([A-Za-z ]+\) - [0-9]+ times' "$work/said" | paste -sd' ')
    check "$method $path${failures:+ (answers $failures)}" "" "$failures"
  fi
done < <(tr '\t' '\037' <"$work/once")
echo "      $whole tried to their end, $cut cut off after 40 s, $(($(wc -l <"$work/once") - whole - cut)) not reached"
exit $failed
