import ConnectionURI
import Testing

/// Forms that libvirt 9.0.0's `virConnectGetURI` gave for these URIs; a single string stands for no change.
private let printed: [(String, String)] = [
  ("qemu+tcp://h/a%20b%3fc%23d%2fe?x=a%26b%3Dc%3bd:@!$'()*+,;=", "qemu+tcp://h/a%20b%3Fc%23d/e?x=a%26b%3Dc%3bd:@!$'()*+,;="),
  ("qemu+unix:/system?socket=/s", "qemu+unix:///system?socket=/s"),
  ("qemu+unix:system?socket=/s", "qemu+unix://system?socket=/s"),
  ("qemu+unix:?socket=/s", "qemu+unix://?socket=/s"),
  ("qemu+tcp://us%20er:p%3Aw@h:1/system", "qemu+tcp://us%20er:p:w@h:1/system"),
  ("qemu+tcp://h:016999/system", "qemu+tcp://h:16999/system"),
  ("qemu+tcp://%6cocalhost:1/system", "qemu+tcp://localhost:1/system"),
  ("qemu+tcp://u;s:e&r=+$,-_.!~*'()@h/system", "qemu+tcp://u;s:e&r=+$,-_.!~*'()@h/system"),
  ("qemu+tcp://h/a:b@c;d=e&f$g,h!i'j(k)l*m~n", "qemu+tcp://h/a%3Ab@c;d=e&f$g,h!i'j(k)l*m~n"),
]

private let unchanged = [
  "qemu:///system", "qemu:///session", "test:///default?foo=bar", "QEMU+TCP://127.0.0.1:16999/system?FOO=1&Foo=2",
  "qemu+tcp://bob@127.0.0.1:16999/system?foo=b%20r&keyfile=k#fr%20ag", "qemu+tcp://[::ffff:127.0.0.1]:16999/system",
  "qemu+tcp://LOCALHOST:16999/system", "qemu+tcp://h/system?a&b=&=c&&d=1&", "qemu+tcp://h/system?x=%ff",
  "qemu+tcp://h", "qemu+tcp://h?x=1", "qemu+tcp://h#f", "qemu+tcp://h/system#", "qemu+tcp://h/system?", "qemu+tcp://h/system?#",
  "qemu+unix:////system?socket=/s", "qemu+tcp://h//system", "qemu+tcp://h/%C3%A9", "qemu+tcp://h/system#[]?/:@",
  "q.e-m+tcp://h/system", "qemu+unix://user@/system?socket=/s", "qemu+ssh://[fe80::1%25eth0]/system", "http://host:8000/",
]

@Test(arguments: printed + unchanged.filter { !$0.contains("%ff") }.map { ($0, $0) })
func `a URI prints as libvirt prints it`(uri: String, description: String) throws {
  #expect(try ConnectionURI(parsing: uri).description == description)
}

@Test(arguments: unchanged.filter { !$0.contains("%ff") })
func `reading what was printed gives the same URI`(text: String) throws {
  let uri = try ConnectionURI(parsing: text)
  #expect(try ConnectionURI(parsing: uri.description) == uri)
}

@Test func `every character survives in every part that encodes`() throws {
  let ugly = String(String.UnicodeScalarView((1...0x24f).compactMap(Unicode.Scalar.init))) + "☃𐍈"
  let uri = ConnectionURI(
    scheme: "qemu+ssh", user: ugly, host: "a b[]%" + ugly.filter { $0 != ":" }, port: 65535, path: "/" + ugly,
    parameters: [ConnectionURIParameter(ugly, ugly), ConnectionURIParameter("x", "")], fragment: ugly)
  #expect(try ConnectionURI(parsing: uri.description) == uri)
}

@Test func `a zone in an address survives, written with or without its escape`() throws {
  for text in ["qemu+tcp://[fe80::1%25lo]/x", "qemu+tcp://[fe80::1%lo]/x"] {
    let uri = try ConnectionURI(parsing: text)
    #expect(uri.host == "fe80::1%lo")
    #expect(uri.description == "qemu+tcp://[fe80::1%25lo]/x")
  }
}
