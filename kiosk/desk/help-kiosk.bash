# Completes help-kiosk's commands and options in bash. They are asked of the program itself, so none is missing here.
_help_kiosk() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=()
    COMPREPLY=()
    ((COMP_CWORD == 1)) || command=("${COMP_WORDS[1]}")
    case $before in
    --look) mapfile -t COMPREPLY < <(compgen -W 'paper dark contrast' -- "$word") && return ;;
    --renderer) mapfile -t COMPREPLY < <(compgen -W 'auto software gpu' -- "$word") && return ;;
    esac
    # Lines of the help that start with one option, several with commas between them, or a command.
    local words
    words=$(help-kiosk "${command[@]}" --help 2>/dev/null |
        awk '/^  [-a-z]/ && !/^  file / {gsub(",", " ", $1); print $1}')
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _help_kiosk help-kiosk
