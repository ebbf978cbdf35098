import Testing

@testable import ConnectionURI

/// Who ssh may be sent to.
@Suite struct SSHDestinationTests {
  @Test(arguments: [
    ("qemu+ssh://box/system", nil, "box"), ("qemu+ssh:///system", nil, "localhost"), ("qemu+ssh://bob@box:22/", "bob", "box"),
    ("qemu+ssh://[fe80::1%25eth0]/", nil, "fe80::1%eth0"), ("qemu+ssh://AD%5Cbob@box/", "AD\\bob", "box"),
    ("qemu+ssh://a.b@c-d_e/", "a.b", "c-d_e"),
  ])
  func ordinaryNames(uri: String, user: String?, host: String) throws {
    #expect(try ConnectionURI(parsing: uri).sshDestination() == SSHDestination(user: user, host: host))
  }

  @Test(arguments: [
    "-oProxyCommand=x", "h;rm", "$(id)", "a b", "a%0Ab", "a%09b", "`id`", "a|b", "a&b", "a>b", "a%22b", "a'b", "a%5Cb", "a%1Bb", "a*b",
    "%E2%80%AEa",
  ])
  func namesThatCouldBeMore(name: String) throws {
    let name = name == "a b" ? "a%20b" : name
    for (part, uri) in [(ConnectionURIError.Part.host, "qemu+ssh://\(name)/system"), (.user, "qemu+ssh://\(name)%5C@box/system")] {
      // What is no URI at all goes nowhere either.
      guard let uri = try? ConnectionURI(parsing: uri) else { continue }
      let error = #expect(throws: ConnectionURIError.self) { try uri.sshDestination() }
      #expect(error?.part == part)
    }
  }

  @Test func theConfigurationNamesAProxy() throws {
    let configuration = try ConnectionConfiguration(parsing: "remote_proxy = \"native\"\n", path: "x")
    #expect(try configuration.remoteProxy == .native)
    let wrong = try ConnectionConfiguration(parsing: "remote_proxy = \"bad\"\n", path: "x")
    // libvirt's words, and its misspelling.
    #expect(throws: ConfigurationError(.invalidArgument, "invalid argument: Unnkown proxy type 'bad'")) { try wrong.remoteProxy }
    #expect(try ConnectionConfiguration().remoteProxy == nil)
  }
}
