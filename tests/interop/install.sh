#!/usr/bin/env bash
# Installs the stores that tests/interop asks, as far as they are to be had: Debian's packages (as root), PyPI's and npm's into .interop.
# What cannot be installed is told and left out; its tests are then skipped, and say so.
set -u
here=$(cd "$(dirname "$0")" && pwd)
there=$(cd "$here/../.." && pwd)/.interop
python=${1:-python3}
mkdir -p "$there"

debian=(libapache-jena-java:/usr/share/java/jena-tdb2.jar virtuoso-opensource-7-bin:/usr/bin/virtuoso-t rasqal-utils:/usr/bin/roqet
    raptor2-utils:/usr/bin/rapper serdi:/usr/bin/serdi unzip:/usr/bin/unzip)
absent=()
for entry in "${debian[@]}"; do
    [ -e "${entry#*:}" ] || absent+=("${entry%%:*}")
done
command -v java >/dev/null || absent+=(default-jre-headless)
if [ "${#absent[@]}" -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${absent[@]}" </dev/null; } >/dev/null 2>&1 \
            || echo "could not install ${absent[*]} (Debian)"
    else
        echo "not installed: ${absent[*]} (Debian packages)"
    fi
fi

if ! cmp -s "$here/requirements.txt" "$there/requirements.txt"; then
    { "$python" -m venv "$there/venv" && "$there/venv/bin/python" -m pip install -qq --only-binary :all: -r "$here/requirements.txt"; } >/dev/null 2>&1 \
        && cp "$here/requirements.txt" "$there/" || echo "could not install the stores of requirements.txt (PyPI)"
fi

if ! cmp -s "$here/package.json" "$there/package.json"; then
    mkdir -p "$there/npm" && cp "$here/package.json" "$there/npm/"
    { cd "$there/npm" && npm install --ignore-scripts --no-fund --no-audit --silent </dev/null; } >/dev/null 2>&1 \
        && cp "$here/package.json" "$there/" || echo "could not install the stores of package.json (npm)"
fi
exit 0
