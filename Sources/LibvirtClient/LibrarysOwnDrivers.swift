import ConnectionURI
import Drivers
import LibvirtProtocol
import RemoteDriver

/// Hypervisors that libvirt's own library speaks to by itself, without a daemon. We have no drivers for them.
///
/// As with libvirt only URIs without a transport are theirs: with one, they go to a daemon like all others. The refusals are those of
/// libvirt 9.0.0 on Debian, which is built without some of them too.
extension DriverRegistry {
  mutating func registerLibrarysOwn() {
    for scheme in ["esx", "gsx", "vpx"] {
      register(scheme: scheme, reachesHosts: true) { uri, _ in
        guard uri.host != nil else { throw LibvirtError(.invalidArg, .none, "URI is missing the server part") }
        throw LibvirtError.notBuilt(uri.driver)
      }
    }
    for scheme in ["hyperv", "parallels"] {
      register(scheme: scheme, reachesHosts: true) { uri, _ in throw LibvirtError.notBuilt(uri.driver) }
    }
    for scheme in ["vmwareplayer", "vmwarews", "vmwarefusion"] {
      register(scheme: scheme) { uri, context in
        guard uri.path == "/session" else {
          let alternatives = "vmwareplayer:///session, vmwarews:///session or vmwarefusion:///session"
          throw LibvirtError(.internalError, .vmware, "unexpected VMware URI path '\(uri.path)', try \(alternatives)")
        }
        let folders = (context.environment["PATH"] ?? "").split(separator: ":")
        guard folders.contains(where: { context.environment.socketExists("\($0)/vmrun") }) else {
          throw LibvirtError(.internalError, .vmware, "vmrun utility is missing")
        }
        throw LibvirtError.notBuilt("vmware")
      }
    }
    // A host of OpenVZ has a daemon that serves it; any other is told what it lacks.
    register(scheme: "openvz") { uri, context in
      guard uri.path == "/system" else {
        throw LibvirtError(.internalError, .openvz, "unexpected OpenVZ URI path '\(uri.path)', try openvz:///system")
      }
      guard context.environment.socketExists("/proc/vz") else {
        throw LibvirtError(.internalError, .openvz, "OpenVZ control file /proc/vz does not exist")
      }
      return try await RemoteDriver.open(uri, context)
    }
  }
}

extension LibvirtError {
  fileprivate static func notBuilt(_ name: String) -> LibvirtError {
    LibvirtError(.configUnsupported, .none, "libvirt was built without the '\(name)' driver")
  }
}
