# Bash completion for help-kiosk. It gets the commands and options from --help, so that the list is always complete.
_help_kiosk() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=()
    COMPREPLY=()
    ((COMP_CWORD == 1)) || command=("${COMP_WORDS[1]}")
    case $previous in
    --color-scheme) mapfile -t COMPREPLY < <(compgen -W 'light dark high-contrast' -- "$current") && return ;;
    --renderer) mapfile -t COMPREPLY < <(compgen -W 'auto software gpu' -- "$current") && return ;;
    esac
    # Lines of the help text that start with one option, with several options separated by commas, or with a command.
    local candidates
    candidates=$(help-kiosk "${command[@]}" --help 2>/dev/null |
        awk '/^  [-a-z]/ && !/^  (file|code) / {gsub(",", " ", $1); print $1}')
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}
complete -o default -F _help_kiosk help-kiosk
