import Testing

@testable import ConnectionURI

/// Which servers of a Xen host are asked, and in which order.
@Suite struct XenWaysTests {
  private static let xend = "xend at /var/lib/xend/xend-socket, xend at localhost:8000"
  private static let proxy = "the read-only proxy at @/tmp/livirt_proxy_conn or @/tmp/libvirt_proxy_conn"

  private static func environment(user: UInt32, sockets: Set<String> = []) -> ConnectionEnvironment {
    ConnectionEnvironment(variables: ["XDG_RUNTIME_DIR": "/run/u"], effectiveUserID: user) { sockets.contains($0) }
  }

  private static func ways(
    _ name: String, user: UInt32 = 0, readOnly: Bool = false, sockets: Set<String> = [], mode: SocketMode? = nil
  ) throws -> XenWays {
    try XenWays(
      to: ConnectionName(name).uri, readOnly: readOnly, in: environment(user: user, sockets: sockets), configuredMode: mode)
  }

  private static func text(_ ways: XenWays) -> String { ways.ways.map(\.description).joined(separator: ", ") }

  /// A name, and for each kind of user who is asked: libvirt 0.4's order behind libvirt's daemon.
  @Test(arguments: [
    ("xen", "libvirt's daemon for xen:///system, \(xend)", true), ("Xen", "libvirt's daemon for xen:///system, \(xend)", true),
    ("XEN", "libvirt's daemon for xen:///system, \(xend)", true), ("xen://", "libvirt's daemon for xen:///system, \(xend)", true),
    ("xen:///", "libvirt's daemon for xen:///, \(xend)", true), ("xen:///system", "libvirt's daemon for xen:///system, \(xend)", true),
    ("xen:", "libvirt's daemon for xen://, \(xend)", true), ("/", "xend at /", true),
    ("///var/run/xend/xend-socket", "xend at /var/run/xend/xend-socket", true), ("/a%20b", "xend at /a b", true),
    ("http://lab/", "xend at lab:8000", false), ("http://lab:8100/", "xend at lab:8100", false), ("http://lab", "xend at lab:8000", false),
    ("http:///", "xend at localhost:8000", false), ("http://[::1]:9/", "xend at ::1:9", false),
    ("http://localhost/", "xend at localhost:8000", false),
    ("xen:///session", "libvirt's daemon for xen:///session", false), ("xen:///x", "libvirt's daemon for xen:///x", false),
    ("xen:///?socket=/x", "libvirt's daemon for xen:///?socket=/x", false),
    ("xen:///system?mode=direct", "libvirt's daemon for xen:///system?mode=direct", false),
    ("xen:///?Mode=legacy", "libvirt's daemon for xen:///?Mode=legacy", false),
    ("xen:///?other=1", "libvirt's daemon for xen:///?other=1, \(xend)", true),
  ])
  func whoIsAsked(name: String, servers: String, mayHaveProxy: Bool) throws {
    for readOnly in [false, true] {
      let root = try Self.ways(name, user: 0, readOnly: readOnly)
      #expect(Self.text(root) == servers)
      #expect(root.proxyIfReadOnly == nil)
    }
    let writer = try Self.ways(name, user: 1000)
    #expect(Self.text(writer) == servers)
    #expect((writer.proxyIfReadOnly != nil) == mayHaveProxy)
    let reader = try Self.ways(name, user: 1000, readOnly: true)
    #expect(Self.text(reader) == servers + (mayHaveProxy ? ", \(Self.proxy)" : ""))
    #expect(reader.proxyIfReadOnly == nil)
  }

  /// A socket of the driver's own daemon that nobody listens at must not hide libvirtd.
  @Test func bothDaemons() throws {
    let both: Set = ["/var/run/libvirt/virtxend-sock", "/var/run/libvirt/libvirt-sock"]
    #expect(
      Self.text(try Self.ways("xen:///", sockets: both))
        == "libvirt's daemon for xen:///, libvirt's daemon for xen:///?mode=legacy, \(Self.xend)")
    #expect(try Self.ways("xen:///", readOnly: true, sockets: both).ways.count == 3)
    #expect(try Self.ways("xen:///", sockets: both, mode: .direct).ways.count == 3)
    #expect(try Self.ways("xen:///", sockets: [both.first ?? ""]).ways.count == 3)
    #expect(try Self.ways("xen:///session", user: 1000, sockets: both).ways.count == 1)
  }

  @Test func placesAreWhereTheyAreSaidToBe() throws {
    var places = XenPlaces()
    places.xendSocket = .path("/s")
    places.xendPort = 9
    places.proxySockets = [.abstract("p")]
    let ways = try XenWays(to: ConnectionName("xen").uri, readOnly: true, in: Self.environment(user: 1), places: places)
    #expect(ways.ways.dropFirst() == [.xendSocket(.path("/s")), .xendHTTP(host: "localhost", port: 9), .proxy([.abstract("p")])])
    let http = try XenWays(to: ConnectionName("http://h/").uri, readOnly: true, in: Self.environment(user: 1), places: places)
    #expect(http.ways == [.xendHTTP(host: "h", port: 9)])
  }

  @Test func xendHasOnePlace() {
    let error = #expect(throws: ConnectionURIError.self) { try Self.ways("http://lab/xend") }
    #expect(error?.libvirtMessage == "internal error: unexpected Xen URI path '/xend', try xen:///")
    #expect(error?.hint == "maybe you want http://lab/")
  }

  /// A password in the place of the user is not shown.
  @Test func xendHasNoUsers() {
    let error = #expect(throws: ConnectionURIError.self) { try Self.ways("http://me:secret@lab:8001/") }
    #expect(error?.libvirtMessage == "invalid argument: a URI of xend has no user")
    #expect(error?.hint == "maybe you want http://lab:8001/")
    #expect(error.map { "\($0)".contains("secret") } == false)
  }

  /// What a connection is called opens the same again.
  @Test(arguments: [
    "///var/run/xend/xend-socket", "/", "/a%20b", "////x", "http://lab:8100/", "http://lab/", "xen:///", "xen", "Xen", "xen://",
  ])
  func namesComeBack(name: String) throws {
    let uri = try ConnectionName(name).uri
    #expect(try ConnectionName(uri.description).uri == uri)
  }

  @Test func aPathIsPrintedAsOne() throws {
    #expect(try ConnectionName("/var/run/xend socket".replacing(" ", with: "%20")).uri.description == "///var/run/xend%20socket")
    #expect(try ConnectionName("///x").uri.isXendSocket)
    #expect(ConnectionURI("///x") == nil)
  }

  /// Without a name: Xen's own servers where Xen is the hypervisor and libvirt has no daemon at all.
  @Test(
    arguments: [
      (["/proc/xen"], 0, "xen:///"), (["/var/lib/xend/xend-socket"], 0, "xen:///"), (["/proc/xen"], 1000, "xen:///"),
      (["/proc/xen", "/var/run/libvirt/libvirt-sock"], 0, nil),
      (["/proc/xen", "/var/run/libvirt/libvirt-sock"], 1000, nil), (["/proc/xen", "/run/u/libvirt/libvirt-sock"], 1000, nil),
      (["/proc/xen", "/run/u/libvirt/libvirt-sock"], 0, "xen:///"), (["/proc/xen", "/var/run/libvirt/virtxend-sock"], 0, "xen:///system"),
      (["/proc/xen", "/var/run/libvirt/virtqemud-sock"], 0, "qemu:///system"),
      (["/proc/xen", "/var/run/libvirt/virtqemud-sock"], 1000, nil),
      (["/proc/xen", "/var/run/libvirt/virtchd-sock"], 0, nil), ([], 0, nil),
    ] as [(Set<String>, UInt32, String?)])
  func withoutAName(paths: Set<String>, user: UInt32, uri: String?) throws {
    for explicit in [nil, ""] {
      let meant = try DefaultConnectionName.resolve(explicit: explicit, in: Self.environment(user: user, sockets: paths))
      if let uri {
        #expect(meant.target == .name(.uri(try ConnectionURI(parsing: uri))))
      } else if case .daemon = meant.target {
      } else {
        Issue.record("\(meant.target)")
      }
    }
  }
}
