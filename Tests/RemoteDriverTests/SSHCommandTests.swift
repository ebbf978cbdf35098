import ConnectionURI
import Drivers
import Testing

@testable import RemoteDriver

/// The words that ssh is called with, where libvirt's own are not the model; LiveTests hold the others against virsh.
@Suite struct SSHCommandTests {
  private struct Person: Dialogue {
    var isPossible: Bool { true }
    func answer(_ question: String, isSecret: Bool) async -> String? { nil }
  }

  private func words(_ uri: String, person: Bool = true, hasTerminal: Bool = true) throws -> [String] {
    let uri = try ConnectionURI(parsing: uri)
    let environment = ConnectionEnvironment(variables: ["XDG_CONFIG_HOME": "/nowhere"], effectiveUserID: 0) { _ in false }
    let context = OpenContext(environment: environment, dialogue: person ? Person() : NoDialogue())
    return try SSHCommand(uri, ConnectionParameters(uri), context, hasTerminal: hasTerminal).words
  }

  @Test func aSocketIsAWord() throws {
    #expect(try words("qemu+ssh://h/?socket=/a%20b").last?.hasSuffix(#"-U '''\''/a b'\'''''"#) == true)
    #expect(try words("qemu+ssh://h/?socket=-e").last?.hasSuffix("-U ./-e'") == true)
    #expect(try words("qemu+ssh://h/?socket=;id").last?.contains("-U ;id") == false)
    #expect(try words("qemu+ssh://h/?proxy=native&name=-x").last == "sh -c 'virt-ssh-helper -- '-x''")
  }

  @Test func nobodyIsAskedWhereNobodyMayBe() throws {
    let batch = "BatchMode=yes"
    #expect(try !words("qemu+ssh://h/").contains(batch))
    #expect(try words("qemu+ssh://h/", person: false).contains(batch))
    #expect(try !words("qemu+ssh://h/", person: false, hasTerminal: false).contains(batch))
    #expect(try words("qemu+ssh://h/?no_tty=1").contains(batch))
  }

  @Test(arguments: ["libssh", "libssh2"])
  func librariesBecomeOptions(transport: String) throws {
    let plain = try words("qemu+\(transport)://h/")
    #expect(plain.starts(with: ["ssh", "-p", "22", "-l", "root", "-T", "-e", "none"]))
    #expect(plain.contains("StrictHostKeyChecking=ask"))
    #expect(plain.contains(#"UserKnownHostsFile="/nowhere/libvirt/known_hosts""#))
    let given = try words(
      "qemu+\(transport)://bob@h:23/?known_hosts=/a%20b%25c&known_hosts_verify=auto&sshauth=privkey,password&keyfile=/k")
    #expect(given.starts(with: ["ssh", "-p", "23", "-l", "bob", "-i", "/k"]))
    for option in [
      "StrictHostKeyChecking=accept-new", #"UserKnownHostsFile="/a b%%c""#, "PreferredAuthentications=publickey,password",
      "IdentityAgent=none",
    ] { #expect(given.contains(option)) }
    #expect(try words("qemu+\(transport)://h/?known_hosts_verify=ignore").contains("UserKnownHostsFile=/dev/null"))
    #expect(try words("qemu+\(transport)://h/?sshauth=agent").contains("IdentityFile=none"))
    #expect(throws: (any Error).self) { try words("qemu+\(transport)://h/?known_hosts=/a%22%20b") }
    #expect(throws: ConnectionURIError.self) { try words("qemu+\(transport)://h/?sshauth=magic") }
  }

  @Test func lastWordsAreHarmless() {
    #expect(ForeignText.harmless("a\u{1B}[31mb\tc\u{1}d\r\n  two  \r\n\n".utf8) == "ab\tcd\n  two")
  }

  @Test func whatComesAfterTextIsNotShown() {
    #expect(ForeignText("Welcome\n\0\0\0\u{1c} x".utf8).shown == "Welcome")
    #expect(ForeignText("Welcome\0x".utf8).shown == "Welcome")
  }
}
