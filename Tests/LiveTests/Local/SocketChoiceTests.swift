import Glibc
import TestDaemonKit
import Testing

/// Which socket is tried: ours beside virsh's for every mode, scheme, user and set of sockets, by what they say when nobody listens.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: OrdinaryUser.current != nil, "needs root and VIRTSH_TEST_USER"))
struct SocketChoiceTests {
  /// Runs in a mount namespace with a /run/libvirt and an /etc/libvirt of its own: PLACE USER PROGRAM -> a line for each case.
  private static let script = #"""
    place=$0 user=$1 program=$2
    mkdir -p "$place"/{system,etc,run/libvirt,home/.config/libvirt}
    chmod -R a+rX "$place"
    chown -R "$user" "$place/run"
    mount --bind "$place/system" /run/libvirt
    mount --bind "$place/etc" /etc/libvirt
    folders=(/run/libvirt "$place/run/libvirt")
    as=(setpriv --reuid="$user" --regid="$user" --clear-groups env -i PATH=/usr/bin:/bin LC_ALL=C HOME="$place/home"
      LIBVIRT_AUTOSTART=0 XDG_RUNTIME_DIR="$place/run")
    for present in none virtqemud libvirt "virtqemud libvirt" virtlxcd; do
      rm -f /run/libvirt/* "$place"/run/libvirt/*
      for name in $present; do
        [[ $name == none ]] && continue
        for folder in "${folders[@]}"; do : >"$folder/$name-sock"; : >"$folder/$name-sock-ro"; done
        chmod 666 /run/libvirt/* "$place"/run/libvirt/*
      done
      for setting in none auto direct legacy wrong; do
        for file in /etc/libvirt/libvirt.conf "$place/home/.config/libvirt/libvirt.conf"; do
          if [[ $setting == none ]]; then rm -f "$file"; else echo "remote_mode = \"$setting\"" >"$file"; fi
        done
        for uri in "" qemu:///system qemu:///session lxc+unix:///system test+unix:///default remote+unix:///system; do
          # Where only drivers' own daemons run and nothing is named, virsh finds none of them; we do.
          [[ -z $uri && $present == virt* && $present != *libvirt && $setting != wrong ]] && continue
          for more in "" mode=auto mode=direct mode=legacy mode=odd socket=/nowhere/s socket=@virtsh-none; do
            [[ -n $more && ( -z $uri || $setting != none && $more != mode=auto ) ]] && continue
            for flag in "" -r; do
              printf '%s|%s|%s|%s|%s: ' "$present" "$setting" "$uri" "$more" "$flag"
              "${as[@]}" "$program" $flag ${uri:+-c "$uri${more:+?$more}"} uri 2>&1 </dev/null | tr '\n' ' '
              echo
            done
          done
        done
      done
    done
    """#

  @Test(arguments: ["root", "user"])
  func theSamePathIsTried(who: String) async throws {
    try await UserPlace.with { place in
      let user = who == "root" ? "0" : "\(place.user.id)"
      let ours = try await Self.table(place.path, user, place.virsh)
      let other = try SocketFolder().path
      let theirs = try await Self.table(other, user, "/usr/bin/virsh").replacing(other, with: place.path)
      _ = try await ProgramRun.run("/bin/rm", ["-rf", other])
      let (mine, wanted) = (ours.split(separator: "\n"), theirs.split(separator: "\n"))
      #expect(mine.count == wanted.count && mine.count > 400)
      for (line, other) in zip(mine, wanted) { #expect(line == other) }
    }
  }

  private static func table(_ place: String, _ user: String, _ program: String) async throws -> String {
    let run = try await ProgramRun.run("/usr/bin/unshare", ["--mount", "bash", "-c", script, place, user, program])
    #expect(run.errors.isEmpty)
    return run.output
  }
}
