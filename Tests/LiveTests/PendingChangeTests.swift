import Glibc
import TestDaemonKit
import Testing

// Inside the suite of the other guests, and so one after the other with them.
extension GuestTests {
  /// What is said when a running guest's definition was changed, and it was not.
  @Suite struct PendingChangeTests {
    private static let name = "virtsh-live-pending-\(getpid())"
    private static let note = "note: '\(name)' is running: the change waits for its next start\n"

    @Test func theNextStartHasIt() async throws {
      let folder = try SocketFolder()
      let (definition, disk, device) = (folder.socket("guest.xml"), folder.socket("disk"), folder.socket("device.xml"))
      try BootSectorGuest.writeDisk(to: disk)
      let uuid = "5a2e6b1c-0d3f-4c58-9a77-\(100_000_000_000 + UInt64(getpid()))"
      try BootSectorGuest.definition(name: Self.name, disk: disk, elements: "<uuid>\(uuid)</uuid>").write(to: definition)
      try "<disk type='file' device='disk'><source file='\(folder.socket("other"))'/><target dev='vdb' bus='virtio'/></disk>".write(
        to: device)
      try BootSectorGuest.writeDisk(to: folder.socket("other"))
      let both = try SideBySide(uri: "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")")
      func ask(_ words: [String], _ variables: [String] = []) async throws -> ProgramRun {
        try await ProgramRun.run(SideBySide.program, ["-c", both.uri] + words, variables: variables)
      }
      _ = try await both.act("destroy \(Self.name); undefine \(Self.name)")
      #expect(try await ask(["define", definition]).errors == "", "it does not run")
      #expect(try await both.act("start", Self.name).status == 0)
      let changes: [[String]] = [
        ["define", definition], ["edit", Self.name],
        ["attach-device", Self.name, device, "--config"], ["update-device", Self.name, device, "--config"],
        ["detach-device", Self.name, device, "--config"],
        ["attach-disk", Self.name, folder.socket("other"), "vdb", "--config"], ["detach-disk", Self.name, "vdb", "--config"],
      ]
      for words in changes {
        let run = try await ask(words, ["EDITOR=/bin/sed -i s/restart/destroy/"])
        #expect(run.errors == Self.note, "\(words)")
        #expect(run.status == 0, "\(words)")
      }
      for words in [
        ["attach-device", Self.name, device, "--persistent"], ["detach-device", Self.name, device, "--config", "--live"],
        ["-q", "define", definition],
      ] { #expect(try await ask(words).errors == "", "\(words)") }
      #expect(try await both.act("define", definition).errors == "", "virsh says nothing of it")
      _ = try await both.act("destroy \(Self.name); undefine \(Self.name)")
      both.remove()
      folder.remove("guest.xml", "disk", "device.xml", "other")
    }
  }
}
