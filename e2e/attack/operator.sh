# What keys.sh and roles.sh share: the launcher as the operator uses it, the shell of H2, a server of their own, and the
# caseworker's steps. Sourced, not run; expects here, work, base, server and common.sh.
# shellcheck shell=bash disable=SC2034,SC2154
home=$(cd "$here/../.." && pwd)

operator() { "$home/passerelle" "$@" 2>&1; }
operator_code() { operator "$@" >"$work/said"; echo $?; }
operator_said() { # exit code and what it said, on one line
  local code
  code=$(operator_code "$@")
  echo "$code $(paste -sd' ' "$work/said")"
}
java=java
[ -n "${JAVA_HOME:-}" ] && java=$JAVA_HOME/bin/java
h2() { # folder that no server uses, statement: values, one a line
  "$java" -cp "$(echo "$home"/cli/target/lib/h2-*.jar)" org.h2.tools.Shell -user '' -password '' \
    -url "jdbc:h2:file:$1/passerelle;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE" -sql "$2" | grep -v '^(' | tail -n +2
}
found() { # text, file or folder: in how many files it stands, in the bytes of UTF-8 or UTF-16
  local narrow wide
  narrow=$(sed 's/[^A-Za-z0-9-]/\\&/g' <<<"$1")
  wide=$(sed 's/./&\\x00/g; s/\\x00$//' <<<"$1")
  LC_ALL=C grep -rlaP "$narrow|$wide" "$2" | wc -l | tr -d ' '
}
free_port() {
  local port
  for port in ${PASSERELLE_PORT:-} $(shuf -i 20000-32000 -n 20); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
serve() { # data folder, options: a server of our own, at $base from now on
  local port
  port=$(free_port)
  "$home/passerelle" serve --data "$1" --port "$port" "${@:2}" >"$work/served" 2>&1 &
  server=$!
  for _ in $(seq 1500); do
    grep -q Ctrl-C "$work/served" && break
    kill -0 $server 2>/dev/null || break
    sleep 0.2
  done
  base=http://127.0.0.1:$port
  check "a server opens on it" up "$(curl -s "$base/health")"
}
stop() { kill "$server"; wait "$server" 2>/dev/null; server=; }

once() { # jar, path, fields: posts the form that stands at the path; its status
  once_at "$1" "$2" "$2" "${@:3}"
}
once_at() { # jar, page, path, fields
  local page
  page=$(curl -s -b "$1" "$base$2")
  status -b "$1" --data-urlencode "_csrf=$(token <<<"$page")" -d "_once=$(</proc/sys/kernel/random/uuid)" "${@:4}" "$base$3"
}
open_case() { # jar, name: identifier
  local page case
  page=$(curl -s -b "$1" "$base/protect/cases/new")
  case=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$1" --data-urlencode "_csrf=$(token <<<"$page")" -d "_once=$(</proc/sys/kernel/random/uuid)" \
    -d country=RS -d "first_contact=$(date -u +%F)" -d how_came=self -d asylum=none -d might_be_minor=no \
    --data-urlencode "name=$2" "$base/protect/cases")
  echo "${case##*/}"
}
note() { once_at "$1" "/protect/cases/$2/notes" "/protect/cases/$2/notes" -d kind=other --data-urlencode "text=$3"; }
identity() { curl -s -b "$1" --data-urlencode "_csrf=$(curl -s -b "$1" "$base/account" | token)" "$base/protect/cases/$2/identity"; }
identity_status() { status -b "$1" --data-urlencode "_csrf=$(curl -s -b "$1" "$base/account" | token)" "$base/protect/cases/$2/identity"; }

rechained() { # exported log, how many: the last entries altered by somebody who knows how the chain is made
  local last previous line part whole
  last=$(grep -c '^E' "$1")
  previous=$(grep '^E' "$1" | sed -n "$((last - $2))p" | cut -f10)
  head -n -"$2" "$1"
  tail -n "$2" "$1" | while IFS= read -r line; do
    # a tab is white space to read: an empty field would vanish
    IFS=$'\x1f' read -r _ number at user organisation action kind subject detail _ <<<"${line//$'\t'/$'\x1f'}"
    organisation=00000000-0000-4000-8000-000000000001
    whole=
    for part in "$number" "$at" "$user" "$organisation" "$action" "$kind" "$subject" "${detail//\\n/$'\n'}" "$previous"; do whole+="${#part}:$part"; done
    previous=$(printf '%s' "$whole" | sha256sum | cut -d' ' -f1)
    printf 'E\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$number" "$at" "$user" "$organisation" "$action" "$kind" "$subject" "$detail" "$previous"
  done
}
other_key() { # file of checkpoints: a public key of the same name that is not this one
  local name bytes mark
  name=$(head -1 "$1" | cut -d+ -f1)
  bytes=$work/other-key
  { printf '\x01'; openssl pkey -in <(openssl genpkey -algorithm ed25519) -pubout -outform DER | tail -c 32; } >"$bytes"
  mark=$({ printf '%s\n' "$name"; cat "$bytes"; } | sha256sum | cut -c1-8)
  echo "$name+$mark+$(base64 -w0 "$bytes")"
}
