import Glibc

/// A script of the shell with a Xen host of its own, in which xend and the proxy are at their default places (Tests/in-own-namespace).
///
/// The script stops at the first command that fails. Beside the system's commands it has
/// - `virtsh` and `virsh`: our program by each of its names;
/// - `as_user COMMAND...`: runs a command as the ordinary user, VIRTSH_TEST_USER;
/// - `start NAME WORDS...`: starts `xen-simulator WORDS...` and returns when it listens; what it listens at is in `$at`;
/// - `start_as_nobody NAME WORDS...`: the same in the name of a user who is neither root nor the ordinary one;
/// - `stop NAME`: a program that ends that simulator;
/// - `say LABEL COMMAND...`: runs a command, for at most 40 seconds, and prints all its output under a label, and its status;
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
    place=/var/lib/scenario
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
    process=$(cat /var/lib/scenario/run/$1.pid)
    kill $process
    while [ -e /proc/$process/exe ]; do sleep 0.02; done
    SCRIPT
    chmod 0755 $place/bin/as_user $place/bin/as_nobody $place/bin/stop
    start_by() {
      name=$2
      by=$1
      shift 2
      : >$place/run/$name.log
      $by xen-simulator "$@" >$place/run/$name.log 2>&1 </dev/null &
      echo $! >$place/run/$name.pid
      until at=$(sed -n 's/^listening on //p' $place/run/$name.log) && [ -n "$at" ]; do
        kill -0 $! || { cat $place/run/$name.log; exit 1; }
        sleep 0.02
      done
    }
    start() { start_by env "$@"; }
    start_as_nobody() { start_by as_nobody "$@"; }
    say() {
      printf '== %s\n' "$1"
      shift
      status=0
      timeout 40 "$@" 2>&1 || status=$?
      printf -- '-- %s\n' $status
    }

    """#
}
