# Sourced by scripts that run the kiosk on real displays. It starts an X11 display and sets:
#     $folder      a temporary folder; the file Xvfb_screen0 in it is the framebuffer of the display
#     $x11         the name of the display
#     $x11_server  the process ID of its server
# When the script exits, the folder and all processes from `in_background` are removed.
# shellcheck disable=SC2034 # the variables are for the script that sources this file
set -umo pipefail # m: each background job gets a process group, which can be killed as a whole

folder=$(mktemp -d)
background_pids=()
trap 'kill -CONT -- "${background_pids[@]/#/-}" 2>/dev/null; kill -- "${background_pids[@]/#/-}" 2>/dev/null; wait 2>/dev/null; rm -rf "$folder"' EXIT

wait_until() { # command; fails if the command does not succeed within ten seconds
    for _ in {1..100}; do
        "$@" && return
        sleep 0.1
    done
    return 1
}

in_background() { # command; its process ID is in $! afterward
    "$@" &
    background_pids+=("$!")
}

in_background Xvfb -displayfd 3 -screen 0 1280x800x24 -fbdir "$folder" 3>"$folder/display-number" >/dev/null 2>&1
x11_server=$!
wait_until test -s "$folder/display-number" || echo "the X11 display does not start"
x11=:$(<"$folder/display-number")
