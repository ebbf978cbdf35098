import ConnectionURI
import Drivers
import RemoteDriver
import TestDriver

extension DriverRegistry {
  /// All drivers there are: the test host in this process, Xen's own servers, and a daemon for everything else, whatever its name.
  ///
  /// So a hypervisor that a future libvirt learns to serve needs nothing here.
  public static var builtIn: DriverRegistry {
    var registry = DriverRegistry()
    registry.register(scheme: "test") { try await TestDriver.open($0, $1) }
    for transport in ConnectionTransport.allCases {
      registry.register(transport: transport) { try await RemoteDriver.open($0, $1) }
    }
    registry.registerLibrarysOwn()
    registry.register(XenOpener())
    return registry
  }
}
