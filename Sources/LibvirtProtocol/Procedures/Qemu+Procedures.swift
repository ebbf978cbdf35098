import XDR

/// All of them.
extension Qemu {
  /// Sends a command to QEMU's monitor: flags are `DomainQemuMonitorCommandFlags`.
  public static let domainMonitorCommand = Procedure(
    1, "virDomainQemuMonitorCommand", .changes, .low, DomainRef.self, String.self, UInt32.self, returns: String.self, program: .qemu)
  /// Takes over a QEMU process that libvirt did not start, by its process ID.
  public static let domainAttach = Procedure(
    2, "virDomainQemuAttach", .changes, .low, UInt32.self, UInt32.self, returns: DomainRef.self, program: .qemu)
  /// Sends a command to a guest's agent: seconds or a `DomainQemuAgentCommandTimeout`.
  public static let domainAgentCommand = Procedure(
    3, "virDomainQemuAgentCommand", .changes, .low, DomainRef.self, String.self, Int32.self, UInt32.self, returns: String?.self,
    program: .qemu)
  /// Asks for monitor events, of one domain and name or of all: flags are `ConnectDomainQemuMonitorEventRegisterFlags`.
  public static let connectDomainMonitorEventRegister = Procedure(
    4, "virConnectDomainQemuMonitorEventRegister", .changes, .high, DomainRef?.self, String?.self, UInt32.self, returns: Int32.self,
    program: .qemu)
  /// Ends `connectDomainMonitorEventRegister`.
  public static let connectDomainMonitorEventDeregister = Procedure(
    5, "virConnectDomainQemuMonitorEventDeregister", .changes, .high, Int32.self, program: .qemu)
  /// QEMU said something on a monitor.
  public static let domainMonitorEvent = EventMessage(6, "domainMonitorEvent", DomainMonitorEvent.self, program: .qemu)
  /// Sends a command to QEMU's monitor, with descriptors passed along.
  public static let domainMonitorCommandWithFiles = Procedure(
    7, "virDomainQemuMonitorCommandWithFiles", .changes, .low, DomainRef.self, String.self, UInt32.self, returns: String.self,
    program: .qemu)
}
