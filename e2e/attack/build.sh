#!/usr/bin/env bash
# Check 40: two builds of what is committed, in two folders, are the same byte for byte, and the bill of materials
# names every library that is shipped. Takes two or three minutes: before a release, not on every run.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
# shellcheck source=common.sh
source "$home/e2e/attack/common.sh"

for build in one/passerelle another/place/passerelle; do
  mkdir -p "$here/$build"
  git -C "$home" archive HEAD | tar -x -C "$here/$build"
  (cd "$here/$build" && mvn -B -q -Dunchecked -DskipTests -pl cli -am package)
  (cd "$here/$build/cli/target" && sha256sum passerelle.jar passerelle.cdx.json lib/*.jar) >"$here/$(cut -d/ -f1 <<<"$build").sums"
done
check "two builds are the same" "" "$(diff "$here/one.sums" "$here/another.sums" || true)"

target="$here/one/passerelle/cli/target"
named=$(python3 - "$target/passerelle.cdx.json" <<'P'
import json, sys
for one in json.load(open(sys.argv[1]))["components"]:
    print("%s-%s.jar" % (one["name"], one["version"]))
P
)
check "the bill of materials names every library" "" "$(comm -23 <(cd "$target/lib" && ls -- *.jar | sort) <(sort -u <<<"$named"))"
echo "$(wc -l <"$here/one.sums") files compared, $(sort -u <<<"$named" | wc -l) components named"
exit $failed
