#!/usr/bin/env bash
# Installs what was committed last in every way the README names, and tries each: tests/installs/run.sh [pip|pipx|uv|shiv|sdist|pythons]…
# Needs pip and its packages, `unshare` and `script`; takes some minutes. What is installed lies in a folder that goes again.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CACHE_DIR=$work/pip UV_CACHE_DIR=$work/uv-cache SOURCE_DATE_EPOCH=1735689600
unset PYTHONPATH BRIEFING_LIBRARY
mkdir -p "$HOME" "$work/tree"
git -C "$root" archive HEAD | tar -x -C "$work/tree"
python=${PYTHON:-python3}

say() { printf '%-28s %s\n' "$1" "$2"; }

tools() { [[ -x $work/tools/bin/uv ]] || { "$python" -m venv "$work/tools" && "$work/tools/bin/pip" install -q build pipx shiv uv; }; }

# Whether a command reads, checks, searches, examines itself and opens the reader; the second word may take the network away.
smoke() {
    local name=$1 briefing=$2 cut=${3:-}
    $cut "$briefing" --version >"$work/said"
    $cut "$briefing" list --json >"$work/out"
    "$python" -c 'import json, sys; print(*(each["path"] for each in json.load(sys.stdin)), sep="\n")' <"$work/out" >"$work/files"
    grep -q 2025-11-01-admm-plus "$work/files"
    xargs -d '\n' $cut "$briefing" check <"$work/files" >"$work/out" 2>&1
    $cut "$briefing" search nachbar >"$work/out" 2>/dev/null
    grep -qi nachbar "$work/out"
    $cut "$briefing" doctor >"$work/doctor" 2>/dev/null || { cat "$work/doctor"; return 1; }
    if grep '^problem' "$work/doctor"; then return 1; fi
    { for _ in {1..12}; do sleep 2; printf q 2>/dev/null || break; done; } | TERM=xterm-256color timeout 30 script -qec "$cut $briefing" "$work/screen" >/dev/null || [[ ${PIPESTATUS[1]} == 0 ]] || { tail -5 "$work/screen"; return 1; }
    grep -q '1049l' "$work/screen"
    say "$name" "$(cat "$work/said"): lists, searches, opens and leaves"
}

# Whether `man` finds the page of the command in a folder, with what more it is told to look in.
manual() { [[ $(MANPATH=${2:-} PATH=$1:$PATH man -w briefing) == */man1/briefing.1 ]]; }

# Whether man page and completions lie below a prefix.
shared() {
    local file
    for file in man/man1/briefing.1 bash-completion/completions/briefing zsh/site-functions/_briefing fish/vendor_completions.d/briefing.fish; do
        [[ -e $1/share/$file ]] || { echo "no $file below $1" >&2; return 1; }
    done
}

pip_way() {
    "$python" -m venv "$work/venv" && "$work/venv/bin/pip" install -q "$work/tree"
    shared "$work/venv"
    manual "$work/venv/bin"
    smoke "pip in an environment" "$work/venv/bin/briefing"
}

pipx_way() {
    tools
    unset XDG_DATA_HOME
    "$work/tools/bin/pipx" install -q --python "$python" "$work/tree" >/dev/null
    shared "$HOME/.local/share/pipx/venvs/briefing-tui"
    manual "$HOME/.local/bin"
    smoke "pipx, man page linked" "$HOME/.local/bin/briefing"
    "$work/tools/bin/pipx" uninstall briefing-tui >/dev/null
}

uv_way() {
    tools
    UV_TOOL_DIR=$work/uv UV_TOOL_BIN_DIR=$work/uv-bin "$work/tools/bin/uv" tool install -q --python "$python" "$work/tree"
    shared "$work/uv/briefing-tui"
    manual "$work/uv-bin" "$work/uv/briefing-tui/share/man:"
    smoke "uv tool install" "$work/uv-bin/briefing"
}

shiv_way() {
    tools
    "$work/tools/bin/shiv" -q -c briefing -o "$work/briefing.pyz" "$work/tree" >/dev/null
    [[ $(unshare -rn tail -n +3 /proc/net/dev | grep -vc ' lo:') == 0 ]]
    HOME=$work/nobody PIP_INDEX_URL='' SHIV_ROOT=$work/shiv smoke "shiv, without network" "$work/briefing.pyz" "unshare -rn"
    say "" "$(du -h "$work/briefing.pyz" | cut -f1) in one file"
}

sdist_way() {
    tools
    local round
    for round in 1 2; do
        "$work/tools/bin/pyproject-build" -q --sdist --wheel -o "$work/dist-$round" "$work/tree" >"$work/log" 2>&1
        sleep 1
    done
    cmp "$work/dist-1/"*.whl "$work/dist-2/"*.whl
    cmp "$work/dist-1/"*.tar.gz "$work/dist-2/"*.tar.gz
    mkdir "$work/unpacked" && tar -xzf "$work/dist-1/"*.tar.gz -C "$work/unpacked" --strip-components 1
    "$work/tools/bin/pyproject-build" -q --wheel -o "$work/dist-3" "$work/unpacked" >"$work/log" 2>&1
    cmp "$work/dist-1/"*.whl "$work/dist-3/"*.whl
    say "sdist, then wheel" "byte for byte the wheel of the tree, and of another day"
}

pythons_way() {
    local version found
    for version in 3.11 3.12 3.13 3.14 3.15; do
        found=$(command -v "python$version" || true)
        if [[ -z $found ]] || ! "$found" -c '' 2>/dev/null; then
            found=$(ls -d "${PYENV_ROOT:-$(getent passwd "$(id -u)" | cut -d: -f6)/.pyenv}"/versions/"$version".*/bin/python 2>/dev/null | tail -1 || true)
        fi
        [[ -n $found ]] || { say "Python $version" "is not to be had here"; continue; }
        "$found" -m venv "$work/py$version" && "$work/py$version/bin/pip" install -q "$work/tree[test]"
        smoke "$("$found" --version)" "$work/py$version/bin/briefing"
        (cd "$work/tree" && "$work/py$version/bin/python" -m pytest -o addopts="-n 2 --dist loadfile --import-mode=importlib" \
            ${TESTS:-tests/unit/cli tests/unit/reading tests/unit/search} 2>&1 | tail -1)
    done
}

for way in "${@:-pip pipx uv shiv sdist pythons}"; do
    for each in $way; do "${each}_way"; done
done
