import LibvirtProtocol
import SExpressions

extension XMSettings {
  /// What xend would tell of such a domain if it kept any that do not run: `(domain …)`. Nil without a name.
  ///
  /// `fallback` is the UUID of a domain that was given none.
  func document(fallback: UUID) -> SExpression? {
    guard let name = self["name"] else { return nil }
    let memory = self["memory"] ?? "128"
    var elements: [SExpression] = ["domain", ["name", SExpression(name)]]
    func add(_ key: String, _ value: String?) {
      if let value { elements.append([SExpression(key), SExpression(value)]) }
    }
    add("uuid", self["uuid"] ?? fallback.description)
    add("memory", memory)
    add("maxmem", self["maxmem"] ?? memory)
    add("vcpus", self["vcpus"] ?? "1")
    add("cpus", self["cpus"])
    for key in ["on_poweroff", "on_reboot", "on_crash"] { add(key, self[key]) }
    if !isHVM {
      add("bootloader", self["bootloader"])
      add("bootloader_args", self["bootargs"])
    }
    if isOn("localtime") { add("localtime", "1") }
    elements.append(["image", image])
    elements += list("disk").compactMap(Self.disk) + list("vif").map { Self.device("vif", $0) } + list("vfb").map { Self.device("vfb", $0) }
    return .list(elements)
  }

  private var isHVM: Bool { self["builder"] == "hvm" }

  private var image: SExpression {
    var elements: [SExpression] = [isHVM ? "hvm" : "linux"]
    func add(_ key: String, _ value: String?) {
      if let value { elements.append([SExpression(key), SExpression(value)]) }
    }
    for key in ["kernel", "ramdisk", "root", "device_model"] { add(key, self[key]) }
    add("args", self["extra"])
    for key in ["vnc", "sdl", "vncunused", "vncdisplay", "vnclisten", "vncpasswd", "keymap"] { add(key, self[key]) }
    guard isHVM else { return .list(elements) }
    for key in ["boot", "acpi", "apic", "pae", "serial", "parallel"] { add(key, self[key]) }
    for device in list("usbdevice") { add("usbdevice", device) }
    if isOn("localtime") { add("localtime", "1") }
    return .list(elements)
  }

  /// `phy:/dev/web1,xvda,w`
  private static func disk(_ text: String) -> SExpression? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count >= 2, !parts[1].isEmpty else { return nil }
    var elements: [SExpression] = [parts[0].hasPrefix("tap:") ? "tap" : "vbd"]
    if !parts[0].isEmpty { elements.append(["uname", SExpression(parts[0])]) }
    elements.append(["dev", SExpression(parts[1])])
    elements.append(["mode", SExpression(parts.count > 2 ? parts[2] : "w")])
    return ["device", .list(elements)]
  }

  /// `mac=00:16:3e:00:00:01,bridge=xenbr0`
  private static func device(_ name: String, _ text: String) -> SExpression {
    let pairs: [SExpression] = text.split(separator: ",").compactMap { pair in
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      return [SExpression(pair[..<equals].trimmed), SExpression(pair[pair.index(after: equals)...].trimmed)]
    }
    return ["device", .list([SExpression(name)] + pairs)]
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
