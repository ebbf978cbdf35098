import CommandLanguage
import Presentation
import Testing

@testable import Commands

/// The list with columns, orders and conditions of the user's choice.
@Suite struct ListTests {
  private func session() async throws -> TestSession {
    let session = try TestSession()
    for (name, memory, title) in [("web-1", 1024, "Front"), ("web-2", 4096, "front, too"), ("db", 512, "")] {
      let path = "/tmp/virtsh-list-\(UInt64.random(in: 0...UInt64.max)).xml"
      let xml = """
        <domain type='test'><name>\(name)</name><title>\(title)</title><memory unit='MiB'>\(memory)</memory><vcpu>2</vcpu>
        <os><type>hvm</type></os><devices><disk type='file'><source file='/\(name)'/><target dev='vda'/></disk></devices></domain>
        """.replacing("<title></title>", with: "")
      try write(Array(xml.utf8), to: path)
      defer { remove(path) }
      _ = try await session.run("define \(path)").checked()
    }
    _ = try await session.run("start web-2").checked()
    return session
  }

  @Test(
    arguments: [
      ("--sort name", "db test web-1 web-2"), ("--sort -memory", "web-2 test web-1 db"), ("--sort state,-name", "web-2 test web-1 db"),
      ("--sort id", "test web-2 db web-1"), ("--sort -id", "web-2 test db web-1"), ("--where name~web", "web-2 web-1"),
      ("--where name~w*2", "web-2"), ("--where 'name~*2'", "web-2"), ("--where name!~web", "test db"), ("--where name=WEB-1", "web-1"),
      ("--where memory>1GiB", "test web-2"), ("--where memory>=1GiB", "test web-2 web-1"), ("--where memory<1048576", "db"),
      ("--where memory=512M", "db"), ("--where state=running", "test web-2"), ("--where state=shutoff,name~web", "web-1"),
      ("--where 'state=shut off'", "db web-1"), ("--where state!=running", "db web-1"), ("--where title=", "test db"),
      ("--where title!=", "web-2 web-1"), ("--where 'title=front,, too'", "web-2"), ("--where cputime>1d", "test web-2"),
      ("--where id=", "db web-1"), ("--where autostart=yes", ""), ("--where autostart!=yes", "test web-2 db web-1"),
      ("--where disks=1,vcpus>=2,nics=0", "web-2 db web-1"), ("--where pending=no", "test web-2 db web-1"),
      ("--where networks=default", "test"),
      ("--where NAME=db --columns Title", "db"),
    ])
  func choosingAndSorting(options: String, expected: String) async throws {
    let text = try await session().text("list --all \(options)", as: .name)
    #expect(text.split(separator: "\n").joined(separator: " ") == expected)
  }

  @Test func theTableHasItsColumnsInOrder() async throws {
    let text = try await session().text("list --all --columns name,memory,title,disks --sort name")
    #expect(
      text == """
         Name    Memory       Title        Disks
        ------------------------------------------
         db      512.00 MiB   -            1
         test    2.00 GiB     -            1
         web-1   1.00 GiB     Front        1
         web-2   4.00 GiB     front, too   1

        """)
  }

  @Test func withoutColumnsTheyAreThoseOfTheList() async throws {
    let session = try await session()
    let sorted = try await session.text("list --all --sort id", as: .json)
    #expect(try await session.text("list --all", as: .json) == sorted)
    #expect(try await session.text("list --name --where state=running --sort -name") == "web-2\ntest\n")
  }

  @Test func valuesAreRaw() async throws {
    let text = try await session().text("list --all --columns name,memory,maxmemory,autostart,id,networks --where name=db", as: .json)
    #expect(
      text == "[{\"autostart\":false,\"id\":null,\"maxMemory\":536870912,\"memory\":536870912,\"name\":\"db\",\"networks\":[]}]\n")
  }

  @Test(
    arguments: [
      ("--columns nope", "unknown column 'nope'"), ("--columns ''", "Failed to get option 'columns': Option argument is empty"),
      ("--columns name,,id", "unknown column 'name,id'"), ("--sort nope", "unknown column 'nope'"), ("--sort -", "unknown column ''"),
      ("--where nope=1", "unknown column 'nope'"), ("--where name", "'name' is no condition"), ("--where =x", "unknown column ''"),
      ("--where memory>much", "'much' is no value of 'memory'"), ("--where memory~1", "'1' is no value of 'memory'"),
      ("--where autostart=perhaps", "'perhaps' is no value of 'autostart'"), ("--where cputime>-1s", "'-1s' is no value of 'cputime'"),
      ("--where vcpus>99999999999999999999", "'99999999999999999999' is no value of 'vcpus'"),
    ])
  func whatMakesNoSense(options: String, expected: String) async throws {
    let error = await #expect(throws: UsageError.self) { _ = try await TestSession().run("list \(options)") }
    #expect(error?.lines == [expected])
    #expect(options.contains("''") || error?.hint != nil)
  }

  @Test(arguments: [
    ("a*b*c", "axxbyyc", true), ("a?c", "abc", true), ("a?c", "ac", false), ("*", "", true), ("", "", true), ("", "x", false),
    ("B", "abc", false), ("web-[1-3]", "web-2", true), ("web-[1-3]", "web-4", false), ("[!a-c]x", "dx", true), ("[^a-c]x", "bx", false),
    ("[]a]", "]", true), ("[a-]", "-", true), ("[c-a]", "b", false), ("a[b", "a[b", true), ("\\*", "*", true), ("\\*", "x", false),
    ("[\\]]", "]", true), ("gr?n", "grün", true), ("[ä-ü]", "ö", true), ("a\\", "a\\", true), ("A*", "abc", false),
  ])
  func patterns(pattern: String, text: String, fits: Bool) {
    #expect(ShellPattern(pattern).matches(text) == fits)
  }

  @Test func patternsOfConditions() {
    #expect(ShellPattern("W[A-C]*", ignoresCase: true).matches("wBx"))
    #expect(ShellPattern(containing: "B").matches("abc") && ShellPattern(containing: "").matches("x"))
    #expect(!ShellPattern(containing: "[b").matches("abc") && ShellPattern(containing: "[B").matches("a[bc"))
    #expect(["a*", "?", "x[1]"].allSatisfy(ShellPattern.isPattern) && !["", "a", "[", "]a["].contains(where: ShellPattern.isPattern))
  }

  /// A pattern that would keep a backtracking matcher busy for ever.
  @Test func hostilePatternsEnd() {
    let pattern = String(repeating: "a*", count: 200) + "b"
    #expect(!ShellPattern(pattern).matches(String(repeating: "a", count: 10_000)))
  }

  @Test func pendingChanges() {
    let running = """
      <domain id='3'><memory>2</memory><currentMemory>2</currentMemory><resource><partition>/m</partition></resource><devices>
      <disk type='file'><driver name='qemu' type='raw'/><source file='/a' index='1'/><backingStore/><target dev='vda'/><alias name='v0'/></disk>
      <disk device='cdrom'><driver name='qemu'/><target dev='hdc'/></disk>
      <interface type='bridge'><mac address='52:54:00:00:00:01'/><source network='n' portid='1' bridge='b'/><target dev='vnet0'/></interface>
      <console type='pty' tty='/dev/pts/1'><source path='/dev/pts/1'/></console>
      <graphics type='vnc' port='5900' autoport='yes'/></devices><seclabel type='dynamic'/></domain>
      """
    let same = """
      <domain><memory>2</memory><currentMemory>2</currentMemory><devices>
      <disk type='file'><driver name='qemu' type='raw'/><source file='/a'/><target dev='vda'/></disk>
      <disk device='cdrom'><driver name='qemu' type='raw'/><target dev='hdc'/></disk>
      <interface type='network'><mac address='52:54:00:00:00:01'/><source network='n'/></interface>
      <console type='pty'/><graphics type='vnc' port='-1' autoport='yes'/></devices></domain>
      """
    #expect(PendingChanges.between(running: running, next: same) == [])
    let other = same.replacing("<memory>2", with: "<memory>4").replacing("/a", with: "/b").replacing("network='n'", with: "network='m'")
    #expect(
      PendingChanges.between(running: running, next: other) == ["memory", "disk vda", "interface 52:54:00:00:00:01"])
    #expect(PendingChanges.between(running: "<domain>", next: same) == nil)
  }
}
