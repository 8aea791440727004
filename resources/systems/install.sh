#!/bin/sh
# Puts Counterpoint into the menu of this user and makes projects open with it; with --remove, takes it out again.
# It needs no administrator and moves nothing: the program stays in this folder.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/counterpoint.desktop
type=$data/mime/packages/counterpoint.xml
icon=$data/icons/hicolor/scalable/apps/counterpoint.svg

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$type" "$icon"
    refresh
    exit
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$type")" "$(dirname "$icon")"
resources=$here/_internal/resources
cp "$resources/icons/counterpoint.svg" "$icon"
cp "$resources/systems/counterpoint.xml" "$type"
# Within quotes, desktop files want four signs escaped: the folder may have any name.
program=$(printf %s "$here/counterpoint" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s" %%F\n' "$program" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$resources/systems/counterpoint.desktop" >"$entry"
refresh
