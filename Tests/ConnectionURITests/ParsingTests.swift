import ConnectionURI
import Testing

@Test func `all parts are found and decoded`() throws {
  let uri = try ConnectionURI(parsing: "qemu+SSH://b%40b:x@[2001:db8::1]:2222/sys%20tem?Keyfile=%2Fk&x#fr%C3%A4g")
  #expect(uri.scheme == "qemu+SSH")
  #expect(uri.driver == "qemu")
  #expect(uri.transportName == "SSH")
  #expect(try uri.transport() == .ssh)
  #expect(uri.user == "b@b:x")
  #expect(uri.host == "2001:db8::1")
  #expect(uri.port == 2222)
  #expect(uri.path == "/sys tem")
  #expect(uri.query == "Keyfile=%2Fk&x")
  #expect(uri.parameters == [ConnectionURIParameter("Keyfile", "/k"), ConnectionURIParameter("x", "")])
  #expect(uri.parameter("keyFILE") == "/k")
  #expect(uri.parameter("nothing") == nil)
  #expect(uri.fragment == "fräg")
}

@Test func `absent parts are nil`() throws {
  let uri = try ConnectionURI(parsing: "qemu:///system")
  #expect(uri.user == nil)
  #expect(uri.host == nil)
  #expect(uri.port == nil)
  #expect(uri.query == nil)
  #expect(uri.fragment == nil)
  #expect(uri.transportName == nil)
  #expect(try ConnectionURI(parsing: "qemu+tcp://@h:0/").user == nil)
  #expect(try ConnectionURI(parsing: "qemu+tcp://@h:0/").port == nil)
}

@Test(arguments: [
  ("test:///default", true), ("test:///default?x=1", true), ("test:", true), ("test:default", true), ("test:///f.xml", true),
  ("Test:///default", false), ("test+unix:///default", false), ("test://host/default", false), ("qemu:///system", false),
])
func `the test host of this process is recognised`(text: String, isLocal: Bool) throws {
  #expect(try ConnectionURI(parsing: text).isLocalTest == isLocal)
}

@Test(arguments: [
  ("qemu:///system", ConnectionTransport.unix), ("qemu://host/system", .tls), ("qemu+UNIX:///system", .unix),
  ("qemu+Ssh:///system", .ssh), ("qemu+tls:///system", .tls), ("qemu+tcp://h", .tcp), ("qemu+libssh2://h", .libssh2),
  ("qemu+libssh://h", .libssh), ("qemu+ext:///x", .ext), ("remote:///", .unix), ("http://h", .tls),
])
func `the transport follows from suffix and host`(text: String, transport: ConnectionTransport) throws {
  #expect(try ConnectionURI(parsing: text).transport() == transport)
}

@Test func `a URI with a host and no transport explains TLS`() throws {
  let hint = try #require(try ConnectionURI(parsing: "qemu://host/system").implicitTLSHint)
  #expect(hint == "no transport in the URI means TLS; for local use qemu:///system, for ssh qemu+ssh://host/system")
  #expect(try ConnectionURI(parsing: "qemu+tls://host/system").implicitTLSHint == nil)
  #expect(try ConnectionURI(parsing: "qemu:///system").implicitTLSHint == nil)
}

@Test func `random bytes never crash and what is accepted can be printed and read again`() {
  var random = SystemRandomNumberGenerator()
  let pieces = [
    "qemu", "+ssh", ":", "/", "//", "///", "[", "]", "::1", "@", "%", "%2", "%41", "%ff", "%00", "?", "&", ";", "=", "#", "host", ":22",
    "é",
    " ", "name", "\u{0}", "99999999999999999999", "system", "a", "0",
  ]
  var accepted = 0
  for round in 0..<60_000 {
    let text: String
    if round % 2 == 0 {
      text = (0..<Int.random(in: 0...10, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    } else {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      text = "q://" + String(decoding: bytes, as: UTF8.self)
    }
    _ = try? ConnectionName(text)
    guard let uri = ConnectionURI(text) else { continue }
    accepted += 1
    _ = uri.nameForServer
    _ = try? ConnectionParameters(uri)
    // A path without a leading slash prints as libvirt prints it, which reads back as a host.
    guard uri.path.isEmpty || uri.path.hasPrefix("/") else { continue }
    if ConnectionURI(uri.description)?.description != uri.description { Issue.record("\(text)") }
  }
  #expect(accepted > 1000)
}
