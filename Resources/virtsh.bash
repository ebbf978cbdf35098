# Completion of virtsh for bash. Source this file, or install it as /usr/share/bash-completion/completions/virtsh.
#
# The words of the line go to `virtsh complete`, which knows commands and options, and asks the hypervisor for names. bash cuts words
# at = and : too, so they are put together again first.

# Takes the quotes off TEXT: REPLY is what it says, and quote the quote that is still open.
_virtsh_unquote() {
  local text=$1 char
  local -i i
  REPLY='' quote=''
  for ((i = 0; i < ${#text}; i++)); do
    char=${text:i:1}
    if [[ $char == "$quote" ]]; then
      quote=''
    elif [[ $quote != \' && $char == \\ ]]; then
      i+=1
      # Between double quotes only these lose their backslash.
      [[ -n $quote && ${text:i:1} != [\"\\\$\`] ]] && REPLY+=\\
      REPLY+=${text:i:1}
    elif [[ -z $quote && $char == [\"\'] ]]; then
      quote=$char
    else
      REPLY+=$char
    fi
  done
}

# Puts the candidate TEXT into the quotes that are open: REPLY.
_virtsh_quote() {
  local text=$1
  case $quote in
    \') REPLY=${text//\'/\'\\\'\'} ;;
    \")
      text=${text//\\/\\\\} text=${text//\"/\\\"} text=${text//\$/\\\$}
      REPLY=${text//\`/\\\`}
      ;;
    *)
      # Nobody escapes a comma by hand.
      [[ -n $text ]] && printf -v REPLY %q "$text" || REPLY=''
      REPLY=${REPLY//\\,/,}
      ;;
  esac
}

_virtsh() {
  COMPREPLY=()
  local REPLY quote='' program=${1/#\~\//$HOME/} rest=${COMP_LINE:0:COMP_POINT} piece blanks raw='' head='' answer
  local -a words=() options=() found=()
  local -i i status

  # The words up to the cursor. `head` is what of the last one bash does not replace.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blanks=${rest%%[![:blank:]]*}
    if [[ -n $blanks && $i -gt 0 ]]; then
      words+=("$raw")
      raw=''
    fi
    rest=${rest:${#blanks}}
    piece=${COMP_WORDS[i]}
    piece=${rest:0:${#piece}}
    rest=${rest:${#piece}}
    head=$raw
    raw+=$piece
  done
  if [[ $raw == "$head"* && -n $head$piece && ${raw: -1} == [=:@] && $COMP_WORDBREAKS == *"${raw: -1}"* ]]; then head=$raw; fi
  for i in "${!words[@]}"; do
    _virtsh_unquote "${words[i]}"
    words[i]=$REPLY
  done
  _virtsh_unquote "$head"
  head=$REPLY
  _virtsh_unquote "$raw"
  local current=$REPLY

  # The options of virtsh itself; those that say which host is meant are handed on.
  local wanted='' letters letter attached assignment=''
  for ((i = 1; i < ${#words[@]}; i++)); do
    local word=${words[i]}
    if [[ -n $wanted ]]; then
      [[ $wanted == connect ]] && options+=(-c "$word")
      wanted=''
      continue
    fi
    case $word in
      --)
        i+=1
        break
        ;;
      --connect=*) options+=(-c "${word#*=}") ;;
      --readonly) options+=(-r) ;;
      --connect | --debug | --escape | --file | --keepalive-count | --keepalive-interval | --log | --output) wanted=${word#--} ;;
      --*) ;;
      -?*)
        # Letters, the last of which may take what follows or the next word.
        [[ $word =~ ^-([a-zA-Z]*)$ || $word =~ ^-([hqrtvV]*[cdefkKlo]) ]] || continue
        letters=${BASH_REMATCH[1]} letter=${letters//[hqrtvV]/}
        [[ $letters =~ ^[hqtvV]*r ]] && options+=(-r)
        letter=${letter:0:1}
        case $letter in
          c) attached=connect ;;
          f) attached=file ;;
          l) attached=log ;;
          o) attached=output ;;
          ?) attached=number ;;
          *) continue ;;
        esac
        rest=${word#*"$letter"}
        if [[ -z $rest ]]; then
          wanted=$attached
        elif [[ $attached == connect ]]; then
          options+=(-c "$rest")
        fi
        ;;
      *) break ;;
    esac
  done

  if [[ -z $wanted && $current == --*=* && $i -ge ${#words[@]} ]]; then
    wanted=${current%%=*}
    wanted=${wanted#--}
    assignment="--$wanted="
    current=${current#*=}
  fi
  case $wanted in
    connect) mapfile -t found < <("$program" complete -- connect "$current" 2>/dev/null </dev/null) ;;
    output) mapfile -t found < <(compgen -W 'table json jsonl csv tsv name' -- "$current") ;;
    file | log)
      mapfile -t found < <(compgen -f -- "$current")
      compopt -o filenames 2>/dev/null
      ;;
    ?*) ;;
    *)
      if ((i >= ${#words[@]})) && [[ $current == -* ]]; then
        mapfile -t found < <(compgen -W '--connect --debug --escape --file --help --keep-going --keepalive-count
          --keepalive-interval --log --output --quiet --readonly --timing --version' -- "$current")
      else
        answer=$("$program" "${options[@]}" complete -- "${words[@]:i}" "$current" 2>/dev/null </dev/null)
        status=$?
        if [[ -n $answer ]]; then
          mapfile -t found <<<"$answer"
        elif ((status == 0)); then
          # A file is wanted, which bash finds itself.
          [[ $current == --*=* ]] && assignment=${current%%=*}= current=${current#*=}
          mapfile -t found < <(compgen -f -- "$current")
          compopt -o filenames 2>/dev/null
        fi
      fi
      ;;
  esac

  for word in "${found[@]}"; do
    [[ -n $word ]] || continue
    word=$assignment$word
    _virtsh_quote "${word#"$head"}"
    COMPREPLY+=("$REPLY")
  done
  # A folder, or a URI that waits for its host, goes on.
  [[ ${#found[@]} == 1 && $found == */ ]] && compopt -o nospace 2>/dev/null
  return 0
}

complete -F _virtsh virtsh
