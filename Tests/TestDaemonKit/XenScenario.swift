import Glibc

/// A script of the shell with a Xen host of its own, in which xend and the proxy are at their default places (Tests/in-own-namespace).
///
/// The script stops at the first command that fails. Beside the system's commands it has
/// - `virtsh` and `virsh`: our program by each of its names;
/// - `as_user COMMAND...`: runs a command as the ordinary user, VIRTSH_TEST_USER;
/// - `start NAME WORDS...`: starts `xen-simulator WORDS...` and returns when it listens; what it listens at is in `$at`;
/// - `start_as_nobody NAME WORDS...`: the same in the name of a user who is neither root nor the ordinary one;
/// - `stop NAME` and `start-simulator NAME WORDS...`: programs that end and start one, also for a command of `virtsh` to pipe into;
/// - `say LABEL COMMAND...`: runs a command, for at most 60 seconds, and prints all its output under a label, and its status;
/// - `$place`: a folder that is gone after the script, with `run` in it, in which everybody may write.
public struct XenScenario: Sendable {
  /// The command that runs the script, to which words may be added: they are the script's `$@`.
  public let command: [String]

  /// Whether such scripts can be run: they need root.
  public static var isPossible: Bool { geteuid() == 0 }

  /// A script, for our programs in the folder where they were built.
  public init(_ script: String, programs: String) {
    command = ["\(Self.root)/Tests/in-own-namespace", "/bin/sh", "-euc", Self.prelude + script, "scenario", programs]
  }

  private static let root = String(#filePath.prefix(#filePath.count - "/Tests/TestDaemonKit/XenScenario.swift".count))

  /// All is in the namespace's own folder, so nothing is left to remove. The user may not reach what was built, but sees it here.
  private static let prelude = #"""
    cd /
    export place=/var/lib/scenario
    PATH=$place/bin:/usr/sbin:/usr/bin:/sbin:/bin
    mkdir -p $place/bin $place/run $place/user
    for name in virtsh:virtsh virtsh:virsh xen-simulator:xen-simulator; do
      : >$place/bin/${name#*:}
      mount --bind "$1/${name%:*}" $place/bin/${name#*:}
    done
    shift
    chmod 0777 $place/run
    user=$(id -u "${VIRTSH_TEST_USER:-nobody}")
    chown "$user" $place/user
    cat >$place/bin/as_user <<SCRIPT
    #!/bin/sh
    exec setpriv --reuid=$user --regid=$user --clear-groups env HOME=$place/user "\$@"
    SCRIPT
    cat >$place/bin/as_nobody <<'SCRIPT'
    #!/bin/sh
    exec setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
    SCRIPT
    cat >$place/bin/stop <<'SCRIPT'
    #!/bin/sh
    process=$(cat $place/run/$1.pid)
    kill $process
    while [ -e /proc/$process/exe ]; do sleep 0.02; done
    SCRIPT
    cat >$place/bin/start-simulator <<'SCRIPT'
    #!/bin/sh
    log=$place/run/$1.log pid=$place/run/$1.pid
    shift
    : >$log
    setsid ${by-} xen-simulator "$@" >$log 2>&1 </dev/null &
    echo $! >$pid
    until grep -q '^listening on ' $log; do
      kill -0 $! || { cat $log >&2; exit 1; }
      sleep 0.02
    done
    SCRIPT
    chmod 0755 $place/bin/start-simulator $place/bin/as_user $place/bin/as_nobody $place/bin/stop
    start() {
      start-simulator "$@"
      at=$(sed -n 's/^listening on //p' $place/run/$1.log)
    }
    start_as_nobody() { by=as_nobody start-simulator "$@"; }
    say() {
      printf '== %s\n' "$1"
      shift
      status=0
      timeout 60 "$@" 2>&1 || status=$?
      printf -- '-- %s\n' $status
    }

    """#
}
