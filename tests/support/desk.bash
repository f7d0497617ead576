# A desk for scripts that run the kiosk on real displays: $folder, which is gone afterwards as is all that
# `in_background` has started, and the X11 display $x11 of $x11_server.
# shellcheck disable=SC2034 # for those who read this
set -umo pipefail # m: what is started can be ended with all that it has started

folder=$(mktemp -d)
started=()
trap 'kill -CONT -- "${started[@]/#/-}" 2>/dev/null; kill -- "${started[@]/#/-}" 2>/dev/null; wait 2>/dev/null; rm -rf "$folder"' EXIT

patiently() { # command, which will be true within ten seconds
    for _ in {1..100}; do
        "$@" && return
        sleep 0.1
    done
    return 1
}

in_background() { # command; its process is $! afterwards
    "$@" &
    started+=("$!")
}

in_background Xvfb -displayfd 3 -screen 0 1280x800x24 -fbdir "$folder" 3>"$folder/number" >/dev/null 2>&1
x11_server=$!
patiently test -s "$folder/number" || echo "no X11"
x11=:$(<"$folder/number")
