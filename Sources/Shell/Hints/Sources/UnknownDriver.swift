import ConnectionURI
import Glibc
import LibvirtProtocol

/// A URI whose driver is mistyped, is not in the daemon that answered, or is for libvirt's own library only.
struct UnknownDriver: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { failure.attempt != nil && failure.error is LibvirtError }

  func hint(about failure: Failure, in scene: Scene) throws -> String? {
    guard let uri = try failure.attempt?.uri(in: scene.environment), !uri.isForXend else { return nil }
    guard let driver = KnownDriver(rawValue: uri.driver) else {
      if let meant = KnownDriver.nearest(to: uri.driver) {
        return "no driver is called '\(uri.driver)'; maybe you want \(meant.rawValue)\(uri.description.dropFirst(uri.driver.utf8.count))"
      }
      let known = "known drivers: " + KnownDriver.allCases.filter(\.isServed).map(\.rawValue).joined(separator: ", ")
      if failure.code == .noConnect { return "a daemon answered, and has no driver '\(uri.driver)'; \(known)" }
      guard [ENOENT, ECONNREFUSED].contains(failure.systemError) else { return nil }
      return "no daemon answered that may have a driver '\(uri.driver)'; \(known)"
    }
    if driver.isForLibraryOnly, uri.transportName == nil {
      return "libvirt's own library speaks to \(driver.rawValue) by itself, without a daemon; there is no such driver here"
    }
    guard failure.code == .noConnect else { return nil }
    return "a daemon answered, and has no driver '\(driver.rawValue)': it was built without it, or a package that is not installed has it"
  }
}
