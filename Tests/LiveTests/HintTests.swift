import Glibc
import TestDaemonKit
import Testing

// Inside the suite of the other guests, and so one after the other with them: they compare what the whole host has.
extension GuestTests {
  /// What our program says beyond libvirt's errors, where a real libvirtd and QEMU make them.
  @Suite struct HintTests {
    private static let name = "virtsh-live-hints-\(getpid())"
    private let uri = "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")"

    /// Emulated throughout: a guest that runs as nobody may not use the host's processors.
    private func definition(os: String = "", devices: String = "", more: String = "") -> String {
      """
      <domain type='qemu'>
        <name>\(Self.name)</name><uuid>5a2e6b1c-0d3f-4c58-9a77-\(200_000_000_000 + UInt64(getpid()))</uuid><memory unit='MiB'>64</memory><vcpu>1</vcpu>
        <os><type arch='x86_64' machine='pc'>hvm</type>\(os)</os><features><acpi/></features>
        <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>\(devices)</devices>\(more)
      </domain>
      """
    }

    /// Our program's answer.
    private func ask(_ words: String...) async throws -> ProgramRun {
      try await ProgramRun.run(SideBySide.program, ["-c", uri] + words)
    }

    /// What virsh does for the test; it must succeed.
    private func arrange(_ words: String...) async throws {
      let run = try await ProgramRun.run("/usr/bin/virsh", ["-c", uri] + words)
      #expect(run.status == 0, "\(words): \(run.errors)")
    }

    private func hint(_ run: ProgramRun) -> String? {
      let hints = run.errors.split(separator: "\n").filter { $0.hasPrefix("hint: ") }
      #expect(hints.count <= 1)
      return hints.first.map { String($0.dropFirst(6)) }
    }

    /// Runs `body` with a guest that is defined, and removes it and the files of the folder after that.
    private func withGuest(_ definition: String, in folder: SocketFolder, _ body: () async throws -> Void) async throws {
      let file = folder.socket("guest.xml")
      try definition.write(to: file)
      try await arrange("define", file)
      let result: Result<Void, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      for words in [
        ["destroy", Self.name], ["undefine", Self.name, "--nvram", "--snapshots-metadata", "--checkpoints-metadata", "--managed-save"],
      ] { _ = try await ProgramRun.run("/usr/bin/virsh", ["-c", uri] + words) }
      folder.remove("guest.xml", "snapshot.xml", "checkpoint.xml", "network.xml", "nvram", "disk", "v")
      try result.get()
    }

    @Test func whatUndefineLeavesBehind() async throws {
      let folder = try SocketFolder()
      let nvram = folder.socket("nvram")
      try "x".write(to: nvram)
      let os = "<loader readonly='yes' type='pflash'>/usr/share/firmware.fd</loader><nvram>\(nvram)</nvram>"
      let xml = definition(os: os)
      try await withGuest(xml, in: folder) {
        let refused = try await ask("undefine", Self.name)
        #expect(refused.errors.hasPrefix("error: Failed to undefine domain '\(Self.name)'\nerror: "))
        #expect(hint(refused) == "'\(Self.name)' has nvram; add --nvram (or --keep-nvram)")
        try """
        <domainsnapshot><name>one</name><state>shutoff</state><creationTime>1</creationTime><memory snapshot='no'/>\(xml)</domainsnapshot>
        """.write(to: folder.socket("snapshot.xml"))
        try await arrange("snapshot-create", Self.name, folder.socket("snapshot.xml"), "--redefine")
        #expect(
          hint(try await ask("undefine", Self.name))
            == "'\(Self.name)' has nvram, 1 snapshot; add --nvram (or --keep-nvram) --snapshots-metadata")
        #expect(hint(try await ask("undefine", Self.name, "--keep-nvram")) == "'\(Self.name)' has 1 snapshot; add --snapshots-metadata")
        #expect(hint(try await ask("undefine", Self.name, "--nvram", "--snapshots-metadata")) == nil)
        #expect(hint(try await ask("undefine", Self.name)) == nil, "it is gone")
      }
    }

    @Test func whatWasSaved() async throws {
      let folder = try SocketFolder()
      try await withGuest(definition(), in: folder) {
        try await arrange("start", Self.name)
        try await arrange("managedsave", Self.name)
        let refused = try await ask("undefine", Self.name)
        #expect(refused.errors.hasPrefix("error: Refusing to undefine while domain managed save image exists\n"))
        #expect(hint(refused) == "'\(Self.name)' has a saved state; add --managed-save")
        #expect(try await ask("undefine", Self.name, "--managed-save").status == 0)
      }
    }

    @Test func aNetworkThatDoesNotRun() async throws {
      let folder = try SocketFolder()
      let network = "virtsh-live-net-\(getpid())"
      try await withGuest(definition(devices: "<interface type='network'><source network='\(network)'/></interface>"), in: folder) {
        try "<network><name>\(network)</name><bridge name='vbvirtsh0'/></network>".write(to: folder.socket("network.xml"))
        try await arrange("net-define", folder.socket("network.xml"))
        #expect(hint(try await ask("start", Self.name))?.hasPrefix("the network '\(network)' is defined, but not running") == true)
        try await arrange("net-undefine", network)
        #expect(hint(try await ask("start", Self.name)) == nil)
      }
    }

    @Test func aPoolThatIsNotActive() async throws {
      let folder = try SocketFolder()
      let pool = "virtsh-live-pool-\(getpid())"
      let disk = "<disk type='volume' device='disk'><source pool='\(pool)' volume='v'/><target dev='vda' bus='virtio'/></disk>"
      try await withGuest(definition(devices: disk), in: folder) {
        try await arrange("pool-define-as", pool, "dir", "--target", folder.path)
        let inactive = hint(try await ask("start", Self.name))
        try await arrange("pool-start", pool)
        let missing = hint(try await ask("start", Self.name))
        try "x".write(to: folder.socket("v"))
        let unseen = hint(try await ask("start", Self.name))
        try await arrange("pool-destroy", pool)
        try await arrange("pool-undefine", pool)
        #expect(inactive?.hasPrefix("the storage pool '\(pool)' is not active") == true)
        #expect(missing == nil)
        #expect(unseen?.hasPrefix("\(folder.socket("v")) exists, but the storage pool '\(pool)' was last read before it came") == true)
      }
    }

    @Test func anImageThatTheGuestMayNotOpen() async throws {
      let folder = try SocketFolder()
      let path = folder.socket("disk")
      try String(repeating: "\0", count: 65536).write(to: path)
      let disk = """
        <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='\(path)'/><target dev='vda' bus='virtio'/></disk>
        """
      let label = "<seclabel type='static' model='dac' relabel='no'><label>+65534:+65534</label></seclabel>"
      try await withGuest(definition(devices: disk, more: label), in: folder) {
        chmod(path, 0o600)
        let folderHint = hint(try await ask("start", Self.name))
        #expect(folderHint?.hasPrefix("\(path): the folder \(folder.path) (root:root, mode 0700) keeps uid 65534") == true)
        chmod(folder.path, 0o755)
        #expect(hint(try await ask("start", Self.name))?.hasPrefix("\(path) (root:root, mode 0600) may not be read by uid 65534") == true)
        chmod(path, 0o644)
        #expect(
          hint(try await ask("start", Self.name))?.hasPrefix("\(path) (root:root, mode 0644) may not be written by uid 65534") == true)
        chmod(path, 0o666)
        #expect(try await ask("start", Self.name).status == 0)
      }
    }

    @Test func anAgentThatIsNotThere() async throws {
      let folder = try SocketFolder()
      let channel = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
      try await withGuest(definition(devices: channel), in: folder) {
        try await arrange("start", Self.name)
        #expect(hint(try await ask("shutdown", Self.name, "--mode", "agent"))?.contains("nothing in the guest has opened it") == true)
      }
      let other = try SocketFolder()
      try await withGuest(definition(), in: other) {
        try await arrange("start", Self.name)
        #expect(hint(try await ask("shutdown", Self.name, "--mode", "agent"))?.contains("has no agent channel") == true)
      }
    }

    /// Under the name virsh there are virsh's lines and no other.
    @Test func virshGivesNoHints() async throws {
      let folder = try SocketFolder()
      try await withGuest(definition(), in: folder) {
        let both = try SideBySide(uri: uri)
        let run = try await both.ask("shutdown", Self.name, "--mode", "agent")
        #expect(run.ours.errors == run.virsh.errors && !run.ours.errors.contains("hint:"))
        both.remove()
      }
    }
  }
}
