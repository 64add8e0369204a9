#!/usr/bin/env bash
# Attacks a real (not a demonstration's) house that was just started for the first time, over TLS, with curl and openssl.
#   e2e/attack/real.sh https://127.0.0.1:8443 SETUP_PATH JAR
# SETUP_PATH is the path of the link that the first start printed; the administrator's cookies are left in JAR.
# Checks 2, 6, 8, 9, 11, 12, 13, 15, 29 and 30. Exit code 1 if one fails.
set -uo pipefail
base=${1:?address} setup=${2:?path} jar=${3:?file}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
curl() { command curl --insecure "$@"; }
strong='three blue herons walk'

totp() { # secret in base32: what an app on a phone shows now (RFC 6238)
  local hex digest offset
  hex=$(base32 -d <<<"$1" | od -An -v -tx1 | tr -d ' \n')
  digest=$(printf '%b' "$(printf '%016x' $(($(date +%s) / 30)) | sed 's/../\\x&/g')" |
    openssl dgst -sha1 -mac HMAC -macopt "hexkey:$hex" | sed 's/.* //')
  offset=$((16#${digest: -1} * 2))
  printf '%06d' $(((16#${digest:offset:8} & 0x7fffffff) % 1000000))
}
speaks() { # options of openssl: yes if a handshake comes about
  openssl s_client -connect "${base#https://}" "$@" </dev/null 2>&1 | grep -qE 'Cipher is [A-Z]+[A-Z0-9]*[-_]' && echo yes || echo no
}

echo "— TLS (9)"
check "TLS 1.0 is not spoken" no "$(speaks -tls1)"
check "TLS 1.1 is not spoken" no "$(speaks -tls1_1)"
check "TLS 1.2 is spoken" yes "$(speaks -tls1_2)"
check "TLS 1.3 is spoken" yes "$(speaks -tls1_3)"
for suite in ECDHE-RSA-AES256-SHA384 ECDHE-RSA-AES128-SHA256 ECDHE-RSA-AES256-SHA AES256-SHA256 AES128-SHA AES256-GCM-SHA384; do
  check "$suite is not offered" no "$(speaks -tls1_2 -cipher "$suite")"
done

echo "— headers and cookies (6, 8, 11)"
headers=$(curl -sI "$base/sign-in" | tr -d '\r')
for wanted in 'strict-transport-security: max-age=31536000' "content-security-policy: default-src 'none'" 'cache-control:.*no-store' \
    'set-cookie: __Host-form=' 'set-cookie:.*; *secure' 'set-cookie:.*httponly' 'set-cookie:.*samesite=(lax|strict)'; do
  check "$wanted" yes "$(grep -qiE "$wanted" <<<"$headers" && echo yes || echo no)"
done

echo "— the first administrator (12)"
first() { # password: status of the first run
  local csrf
  csrf=$(curl -s -b "$jar" -c "$jar" "$base$setup" | token)
  curl -s -o "$work/answer" -w '%{http_code}' -b "$jar" -c "$jar" --data-urlencode "_csrf=$csrf" \
    -d nameEn=House -d nameFr=Maison --data-urlencode nameSr=Кућа -d handle=kuca -d type=ngo -d country=RS -d place=Beograd \
    -d casework=yes --data-urlencode name=Ana -d login=admin.first \
    --data-urlencode "password=$1" --data-urlencode "passwordAgain=$1" "$base$setup/first"
}
check "another link opens nothing" 404 "$(status "$base${setup%?????}aaaaa")"
check "eleven characters are too few" 422 "$(first 'blueheron1!')"
check "a breached password is refused" 422 "$(first password1234)"
check "one with the login in it is refused" 422 "$(first 'admin.first.2026')"
check "a strong one is taken" 302 "$(first "$strong")"
check "the link opens once" 404 "$(status "$base$setup")"

echo "— the second factor (13)"
check "the password alone opens no page" 302 "$(status -b "$jar" "$base/account")"
check "nor the list of users" 302 "$(status -b "$jar" "$base/house/users")"
page=$(curl -s -b "$jar" -c "$jar" "$base/sign-in/enrol")
secret=$(grep -oE 'totp-key">[A-Z2-7 ]+<' <<<"$page" | sed 's/.*>//; s/<//' | tr -d ' ')
check "a secret is offered" '[A-Z2-7]{32}' "$secret"
csrf=$(token <<<"$page")
right=$(totp "$secret")
wrong=$(printf '%06d' $(((10#$right + 1) % 1000000)))
check "a wrong code does not let in" 422 "$(status -b "$jar" -c "$jar" --data-urlencode "_csrf=$csrf" -d "code=$wrong" "$base/sign-in/enrol")"
before=$(session "$jar")
right=$(totp "$secret")
check "the right one does" 302 "$(status -b "$jar" -c "$jar" --data-urlencode "_csrf=$csrf" -d "code=$right" "$base/sign-in/enrol")"
check "the session's cookie is bound to the host (8)" yes "$(grep -q '__Host-passerelle' "$jar" && grep -q '#HttpOnly' "$jar" && echo yes || echo no)"
check "inside" 200 "$(status -b "$jar" "$base/account")"
check "the session's name has changed (15)" yes "$([ "$before" != "$(session "$jar")" ] && echo yes || echo no)"
check "the old name opens nothing (15)" 302 "$(status -H "Cookie: __Host-passerelle=$before" "$base/account")"
other=$work/other
check "later the password leads to the second factor" '302 .*/sign-in/second-factor' "$(sign_in "$other" admin.first "$strong")"
check "and opens no page" 302 "$(status -b "$other" "$base/house/users")"
csrf=$(curl -s -b "$other" -c "$other" "$base/sign-in/second-factor" | token)
check "a code that was used does not count again" 422 "$(status -b "$other" -c "$other" --data-urlencode "_csrf=$csrf" -d "code=$right" "$base/sign-in/second-factor")"

echo "— what is told (2, 29, 30)"
for path in /actuator /actuator/health /h2-console /swagger-ui /v3/api-docs; do
  check "$path" '302|404' "$(status "$base$path")"
done
check "the log's check is not there without the secret of the folder" 404 "$(status "$base/house/verify-audit")"
check "nor with a guessed one" 404 "$(status -H 'Passerelle-Control: 0000' "$base/house/verify-audit")"

[ $failed = 0 ] && echo "all checks of the real house passed"
exit $failed
