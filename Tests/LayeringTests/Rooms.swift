/// The rooms of the house: which target may know which. Whoever needs a new line here changes the design.
enum Rooms {
  /// What each target names as its dependencies in the manifest.
  static let dependencies: [String: Set<String>] = [
    "CLibedit": [],
    "CLibxml2": [],
    "CSASL": [],
    "CProcess": [],
    "Processes": ["CProcess"],
    "XDR": [],
    "LibvirtProtocol": ["XDR"],
    "Files": [],
    "ConnectionURI": ["Files"],
    "Drivers": ["LibvirtProtocol", "ConnectionURI", "XDR"],
    "Sockets": ["Drivers", "NIOCore", "NIOPosix"],
    "RemoteDriver": ["Drivers", "Files", "Sockets", "Processes", "CSASL", "NIOTLS", "NIOSSL", "X509", "SwiftASN1"],
    "XMLTree": ["CLibxml2"],
    "TestDriver": ["Drivers", "XMLTree"],
    "SExpressions": [],
    "XenDriver": ["Drivers", "Files", "Sockets", "SExpressions", "XMLTree", "NIOHTTP1"],
    "Libvirt": ["Drivers"],
    "LibvirtClient": ["Libvirt", "RemoteDriver", "TestDriver", "XenDriver"],
    "CommandLanguage": [],
    "Presentation": [],
    "Commands": ["CommandLanguage", "Presentation", "Libvirt", "XMLTree", "ConnectionURI"],
    "LineEditor": ["CLibedit"],
    "Shell": ["Commands", "LineEditor", "Processes", "LibvirtClient"],
    "virtsh": ["Shell"],
  ]

  /// Modules of the system: they are below every room. Foundation itself is too large to be among them.
  static let system: Set<String> = ["Glibc", "Synchronization", "FoundationEssentials"]

  /// A few modules are for one room only, though others could reach them.
  static let keepers: [String: Set<String>] = [
    "CLibedit": ["LineEditor"], "CLibxml2": ["XMLTree"], "CSASL": ["RemoteDriver"], "CProcess": ["Processes"],
    "NIOCore": ["Sockets", "RemoteDriver", "XenDriver"], "NIOPosix": ["Sockets", "RemoteDriver", "XenDriver"], "NIOHTTP1": ["XenDriver"],
    "NIOTLS": ["RemoteDriver"], "NIOSSL": ["RemoteDriver"],
    "X509": ["RemoteDriver"], "SwiftASN1": ["RemoteDriver"],
    "FoundationEssentials": ["Presentation"],
  ]

  /// What a target's files may import: all that stands below it.
  static func below(_ target: String) -> Set<String> {
    var found: Set<String> = []
    var open = Array(dependencies[target] ?? [])
    while let next = open.popLast() {
      if found.insert(next).inserted { open += dependencies[next] ?? [] }
    }
    return found
  }
}
