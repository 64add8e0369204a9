# What the attack scripts share: a check with its outcome, and signing in with curl alone. Sourced, not run.
# shellcheck shell=bash disable=SC2034,SC2154
failed=0

check() { # what, expected pattern, found
  if [[ $3 =~ ^($2)$ ]]; then echo "ok    $1"; else echo "FAIL  $1: expected $2, found $3"; failed=1; fi
}
token() { grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
# many at once, since a process for each route takes longer than its answer: options of curl, routes on standard input; prints the status
# of each, in their order
statuses() {
  sed -E 's/\{[^}]+\}/6f1c1f0e-0d7a-4c5b-9d1a-000000000001/g; s|.*|url = "'"$base"'&"\noutput = "/dev/null"|' >"$work/urls"
  curl -s -g --parallel --parallel-max 6 -w '%{urlnum} %{http_code}\n' "$@" --config "$work/urls" | sort -n | cut -d' ' -f2
}
sign_in() { # jar, login, password: prints status and location
  local csrf
  csrf=$(curl -s -c "$1" -b "$1" "$base/sign-in" | token)
  curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -c "$1" -b "$1" \
    --data-urlencode "_csrf=$csrf" --data-urlencode "login=$2" --data-urlencode "password=$3" "$base/sign-in"
}
session() { awk '$6 ~ /passerelle$/ {print $7}' "$1"; }

