#!/usr/bin/env bash
# Sends bad files to a running demonstration with curl alone (check 31, and imports of records).
#   e2e/attack/uploads.sh http://127.0.0.1:8080 DATA_FOLDER LOGIN OTHER_LOGIN ADMINISTRATOR PASSWORD
# Exit code 1 if one is taken that must not be, or served as what it is not.
set -uo pipefail
base=${1:?address} data=${2:?folder} login=${3:?login} other=${4:?login} admin=${5:?login} password=${6:?password}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=common.sh
source "$here/common.sh"
us=$work/us them=$work/them house=$work/house
sign_in "$us" "$login" "$password" >/dev/null
sign_in "$them" "$other" "$password" >/dev/null
sign_in "$house" "$admin" "$password" >/dev/null
# the answers are read in English, whatever language a visitor before left this person in
curl -s -o /dev/null -b "$us" -c "$us" "$base/language/en?to=/"
tokens() { # jar, path: sets csrf and once
  local page
  page=$(curl -s -b "$1" "$base$2")
  csrf=$(token <<<"$page")
  once=$(grep -o 'name="_once" value="[^"]*"' <<<"$page" | head -1 | cut -d'"' -f4)
}

tokens "$us" /protect/cases/new
case=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$us" --data-urlencode "_csrf=$csrf" --data-urlencode "_once=$once" \
  -d country=RS -d first_contact="$(date -u +%F)" -d how_came=self -d asylum=none -d might_be_minor=no "$base/protect/cases")
id=${case##*/}
check "a case was opened" '[0-9a-f-]{36}' "$id"

send() { # file, name: prints the status
  tokens "$us" "/protect/cases/$id/notes"
  curl -s -o /dev/null -w '%{http_code}' -b "$us" -F "_csrf=$csrf" -F "_once=$once" -F "file_kind=other" \
    -F "file=@$1;filename=\"$2\"" "$base/protect/cases/$id/files"
}
stored() { curl -s -b "$us" "$base/protect/cases/$id/notes" | grep -oE "/protect/cases/$id/files/[0-9a-f-]{36}" | sort -u | wc -l; }

echo "— what is not of a kind that is kept, whatever it is called (31)"
printf 'MZ\x90\x00\x03\x00\x00\x00PE\x00\x00' >"$work/exe"
printf '\x7fELF\x02\x01\x01\x00\x00\x00' >"$work/elf"
printf '<html><script>alert(1)</script></html>' >"$work/html"
printf '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' >"$work/svg"
printf '#!/bin/sh\nrm -rf /\n' >"$work/sh"
: >"$work/empty"
printf '%%PDF-1.4 cut off' >"$work/cut"
check "a program called photo.jpg" 422 "$(send "$work/exe" photo.jpg)"
check "a program called letter.pdf" 422 "$(send "$work/elf" letter.pdf)"
check "a page called page.png" 422 "$(send "$work/html" page.png)"
check "a drawing with a script" 422 "$(send "$work/svg" drawing.svg)"
check "an empty file" 422 "$(send "$work/empty" empty.pdf)"
head -c 11500000 /dev/zero >"$work/large"
check "a file beyond the limit" '413|422' "$(send "$work/large" large.pdf)"

echo "— bombs (31)"
python3 - "$work" <<'PY'
import sys, zipfile, struct, zlib
work = sys.argv[1]
with zipfile.ZipFile(work + '/bomb.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('[Content_Types].xml', '<Types/>')
    z.writestr('word/document.xml', b'\0' * 300_000_000)
def chunk(kind, body):
    return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
with open(work + '/bomb.png', 'wb') as f:
    f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 60000, 60000, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(b'\0' * 10_000_000)) + chunk(b'IEND', b''))
PY
check "a document that unpacks to 300 MB" 422 "$(send "$work/bomb.docx" bomb.docx)"
check "a picture of 60,000 by 60,000" 422 "$(send "$work/bomb.png" bomb.png)"
check "nothing of all this was stored" 0 "$(stored)"

echo "— what is kept: under a name of its own, encrypted, given out as an attachment (31)"
seeded="Qwzseeded$RANDOM"
printf 'A plain text of %s\n' "$seeded" >"$work/good"
check "a text with a path for a name is taken" 302 "$(send "$work/good" '../../../etc/passwd.txt')"
file=$(curl -s -b "$us" "$base/protect/cases/$id/notes" | grep -oE "/protect/cases/$id/files/[0-9a-f-]{36}" | head -1)
head=$(curl -s -D - -o "$work/back" -b "$us" "$base$file")
check "it comes back whole" "A plain text of $seeded" "$(cat "$work/back")"
check "as an attachment" 1 "$(grep -ci '^content-disposition: attachment' <<<"$head")"
check "not to be guessed at" 1 "$(grep -ci '^x-content-type-options: nosniff' <<<"$head")"
check "not to be kept" 1 "$(grep -i '^cache-control' <<<"$head" | grep -c no-store)"
check "without the path" 0 "$(grep -c '\.\./' <<<"$head")"
check "not in clear on the disk" 0 "$(grep -rac "$seeded" "$data" 2>/dev/null | awk -F: '{s+=$2} END {print s+0}')"
check "not for another organisation" 404 "$(status -b "$them" "$base$file")"
check "not for the administrator" 404 "$(status -b "$house" "$base$file")"
check "not without signing in" 302 "$(status "$base$file")"

echo "— records of other systems"
import() { # file: prints where it leads
  tokens "$us" /protect/import
  curl -s -o "$work/answer" -w '%{http_code} %{redirect_url}' -b "$us" -F "_csrf=$csrf" -F "_once=$once" -F "file=@$1;filename=r.csv" "$base/protect/import/upload"
}
said() { # file, words: 1 if the outcome says so
  local to
  to=$(import "$1"); to=${to#* }
  for _ in $(seq 1 100); do
    curl -s -b "$us" "$to" >"$work/page"
    grep -q 'data-poll="' "$work/page" || break
    sleep 0.2
  done
  grep -c "$2" "$work/page"
}
printf 'record_id,prs_Surname\n1,Ana\n' >"$work/column"
printf 'record_id,prs_FirstName\n1,Zo\xe9\n' >"$work/cp1252"
printf 'htcds_version,prs_FirstName\n1.0,Ana\n' >"$work/version"
printf 'PK\x03\x04xlsx' >"$work/xlsx"
{ printf 'record_id,prs_FirstName\n1,"'; head -c 5000000 /dev/zero | tr '\0' 'x'; } >"$work/quote"
printf '[[[[[[[[[[[[' >"$work/deep"
printf '{"standard":"HTCDS","version":"9.9","records":[]}' >"$work/foreign"
check "a wrong column is named" 1 "$(said "$work/column" 'is not a field of HTCDS 2.0')"
check "bytes of Windows-1252 leave nothing that can be entered" 1 "$(said "$work/cp1252" '1 cannot be imported')"
check "a foreign version is named" 1 "$(said "$work/version" 'version 2.0 of HTCDS is taken')"
check "a spreadsheet is named" 1 "$(said "$work/xlsx" 'workbook cannot be read')"
check "an open quotation mark ends" 1 "$(said "$work/quote" 'Perhaps a quotation mark')"
check "nested lists end" 1 "$(said "$work/deep" 'this is not JSON')"
check "a foreign version in JSON is named" 1 "$(said "$work/foreign" 'version 2.0 of HTCDS is taken')"
check "without a token nothing is read" 403 "$(status -b "$us" -F "file=@$work/column;filename=r.csv" "$base/protect/import/upload")"
check "the administrator cannot import" 404 "$(tokens "$house" /account; status -b "$house" -F "_csrf=$csrf" -F "file=@$work/column;filename=r.csv" "$base/protect/import/upload")"
check "nobody's request is read" '302|403|413' "$(status -F "file=@$work/quote;filename=r.csv" "$base/protect/import/upload")"

echo "— definitions of forms"
form() { # file: prints the status
  tokens "$house" /house/forms
  curl -s -o "$work/answer" -w '%{http_code}' -b "$house" -F "_csrf=$csrf" -F "_once=$once" -F "file=@$1;filename=f.yaml" "$base/house/forms"
}
printf 'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n' >"$work/laughs"
printf '!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://127.0.0.1:1/"]]]]' >"$work/object"
head -c 100000 /dev/zero | tr '\0' '[' >"$work/brackets"
for bad in laughs object brackets; do
  form "$work/$bad" >/dev/null
  check "$bad: refused with its problem" '[12]' "$(grep -c 'Error: the definition has' "$work/answer")"
  check "$bad: tells nothing of the inside" 0 "$(grep -ciE 'exception|at org\.|at java\.' "$work/answer")"
done
check "a caseworker cannot send forms" 404 "$(tokens "$us" /account; status -b "$us" -F "_csrf=$csrf" -F "file=@$work/laughs;filename=f.yaml" "$base/house/forms")"
check "the house still answers" 200 "$(status "$base/health")"
exit $failed
