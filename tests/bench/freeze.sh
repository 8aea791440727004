#!/usr/bin/env bash
# Builds the executable as README.md says and proves it as a stranger would have it: moved, with an empty home folder,
# nothing on PATH, no network where that can be taken away. It must pass its own check, in which a window opens the
# sample, tags a finding, closes and opens the project again, and compare the sample word for word as the source does.
# With COUNTERPOINT_PACK=1 it is packed and unpacked first, which takes minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export PYTHONUNBUFFERED=1 COUNTERPOINT_PACK="${COUNTERPOINT_PACK:-0}"
source=$PWD bin=$PWD/.venv/bin

build="$(awk '/^## /{there = /^## The executable/} there && /^```sh$/{inside = 1; next} /^```/{inside = 0} inside' README.md)"
[[ -n "$build" ]] || { echo "README.md has no sh block under ## The executable." >&2; exit 1; }
echo "+ $build"
sh -euc "$build"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/nothing" "$work/elsewhere"
if [[ "$COUNTERPOINT_PACK" != 0 ]]; then
    version="$("$bin/counterpoint" --version)"
    tar -C "$work" -xf "dist/counterpoint-${version##* }-linux-$(uname -m).tar.xz"
    mv "$work/counterpoint" "$work/an empty desk"
else
    cp -R dist/counterpoint "$work/an empty desk"
fi
cd "$work/elsewhere"
alone=()
if unshare --map-root-user --net true 2>/dev/null; then
    alone=(unshare --map-root-user --net)
else
    echo "The network can't be taken away here: what follows shows nothing about it." >&2
fi
frozen() {
    "${alone[@]}" env -i HOME="$work/home" PATH="$work/nothing" QT_QPA_PLATFORM=offscreen \
        "$work/an empty desk/counterpoint" "$@"
}

[[ "$(frozen --version)" == "$("$bin/counterpoint" --version)" ]]
frozen --self-check
frozen compare --format json "$source"/seeds/*.txt >frozen.json
"$bin/counterpoint" compare --format json "$source"/seeds/*.txt >source.json
cmp frozen.json source.json
frozen compare --format markdown "$source"/seeds/*.txt >frozen.md
"$bin/counterpoint" compare --format markdown "$source"/seeds/*.txt >source.md
cmp frozen.md source.md

# A font cache is Linux's own; anything else was left behind by us, or by a library that reports on its user.
left="$(find "$work/home" -type f -not -path '*/fontconfig/*')"
[[ -z "$left" ]] || { echo "The executable leaves files in the home folder: $left" >&2; exit 1; }
broken="$(find "$work/an empty desk" -xtype l)"
[[ -z "$broken" ]] || { echo "Links to nowhere in the executable: $broken" >&2; exit 1; }
if ldd "$work/an empty desk/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2>/dev/null | grep 'not found'; then
    echo "This executable can't take these libraries along; give it only to computers that have them." >&2
fi
if grep 'licence not found' "$work/an empty desk/NOTICES.md" >&2; then
    echo "The executable has these without their licence." >&2
    exit 1
fi

# Into the menu of a user with an awkward folder, and out again.
HOME="$work/home" XDG_DATA_HOME="$work/share" "$work/an empty desk/install.sh" >/dev/null
grep -Fqx "Exec=\"$work/an empty desk/counterpoint\" %F" "$work/share/applications/counterpoint.desktop"
if command -v update-mime-database >/dev/null; then
    grep -q 'application/vnd.counterpoint:\*.counterpoint' "$work/share/mime/globs"
fi
HOME="$work/home" XDG_DATA_HOME="$work/share" "$work/an empty desk/install.sh" --remove >/dev/null
[[ ! -e "$work/share/applications/counterpoint.desktop" ]]
du -sm "$source/dist/counterpoint"
