import ConnectionURI
import Testing

/// libvirt.conf, as libvirt 9.0.0 was seen to read it.
@Suite struct ConfigurationTests {
  private static let syntax = "configuration file syntax error: "

  private func configuration(_ text: String) throws -> ConnectionConfiguration {
    try ConnectionConfiguration(parsing: text, path: "/c")
  }

  @Test(arguments: [
    "uri_default = \"u\"\n", "uri_default = 'u'", "uri_default=\"u\" # c\n", "a = -3\nuri_default='u'",
    "a = \"\"\"x\ny\"\"\"\nuri_default='u'",
    "a\t=\t5\t\n\turi_default=\"u\"\r\n", "A_b9 = 5 # x\nuri_default = 'u'", "a = [ ]\nuri_default = 'u'",
    "a = [ \"x\", ]\nuri_default = 'u'",
    "a = [ \"x\"\n, \"y\"\n]\nuri_default = 'u'", "a = [ [ 'x' ] ]\nuri_default = 'u'", "a = 99999999999999999999\nuri_default = 'u'",
    "uri_default = 'u'\nuri_default = 'v'", "\n\n# c\nuri_default = 'u'", "a = 'x\"y'\nuri_default = 'u'",
  ])
  func whatIsWrittenWell(text: String) throws {
    #expect(try configuration(text).defaultURI == "u")
  }

  @Test(arguments: [
    ("a = b", "1: expecting a value"), ("a\n", "1: expecting an assignment"), ("a =\n", "1: expecting a value"),
    ("a = \"b\n", "1: unterminated string"), ("1abc = 3", "1: expecting a name"), ("foo.bar = 3", "1: expecting an assignment"),
    ("a = 3 4", "1: expecting a separator"), ("a = \"a\\\"b\"", "1: expecting a separator"), ("@", "1: expecting a name"),
    ("a = \"\"\"x\n", "1: expecting a separator"), ("a = -", "1: unterminated number"), (" = 5", "1: expecting a name"),
    ("_a = 5", "1: expecting a name"), ("a = 5\n\n\n b = \n", "4: expecting a value"), ("a = [ \"x\"\n", "2: list is not closed with ]"),
    ("a = [ \"x\",\n\n \"y\" \"z\" ]", "3: expecting a separator in list"), ("a = [ # c\n 'x' ]", "1: expecting a value"),
    ("a = [ \"x\" # c\n, \"y\" ]", "1: expecting a separator in list"), ("a = 0x5", "1: expecting a separator"),
    ("a = " + String(repeating: "[", count: 100_000), "1: lists are nested too deeply"),
  ])
  func whatIsWrittenWrongly(text: String, message: String) {
    #expect(throws: (any Error).self) { try configuration(text) }
    do { _ = try configuration(text) } catch { #expect("\(error)" == Self.syntax + "/c:" + message) }
  }

  @Test(
    arguments: [
      ("['t=test:///d', 'bad']", "t", "test:///d"), ("['t-b_9=test:///d']", "t-b_9", "test:///d"), ("['t=']", "t", nil),
      ("['=x']", "t", nil),
      ("['u=x']", "t", nil), ("[]", "t", nil),
    ] as [(String, String, String?)])
  func aliases(list: String, name: String, uri: String?) throws {
    #expect(try configuration("uri_aliases = \(list)").uri(forAlias: name) == uri)
  }

  @Test(arguments: [
    ("['t']", syntax + "Malformed 'uri_aliases' config entry 't', expected 'alias=uri://host/path'"),
    ("['bad', 't=test:///d']", syntax + "Malformed 'uri_aliases' config entry 'bad', expected 'alias=uri://host/path'"),
    ("['t b=x']", syntax + "Malformed 'uri_aliases' config entry 't b=x', aliases may only contain 'a-Z, 0-9, _, -'"),
    ("[ 1 ]", syntax + "/c: expected a string list for 'uri_aliases' parameter"),
    ("'t=x'", "internal error: /c: expected a string list for 'uri_aliases' parameter"),
  ])
  func aliasesThatAreWrong(list: String, message: String) throws {
    let configuration = try configuration("uri_aliases = \(list)")
    do {
      _ = try configuration.uri(forAlias: "t")
      Issue.record("nothing is wrong with \(list)")
    } catch { #expect("\(error)" == message) }
  }

  @Test func otherValues() throws {
    #expect(try configuration("remote_mode = 'direct'").remoteMode == .direct)
    #expect(throws: ConfigurationError.self) { try configuration("remote_mode = 'foo'").remoteMode }
    #expect(throws: ConfigurationError.self) { try configuration("uri_default = 12").defaultURI }
    #expect(try configuration("").defaultURI == nil)
  }
}
