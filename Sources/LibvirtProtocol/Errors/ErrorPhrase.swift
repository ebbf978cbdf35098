/// The words that libvirt puts around the detail of an error. Scripts match on them: they are what libvirt 9.0.0 says, to the letter.
struct ErrorPhrase: ExpressibleByStringLiteral {
  /// The message when there is no detail.
  let alone: String
  /// What stands before the detail.
  let before: String
  /// What stands after it.
  let after: String

  init(_ alone: String, before: String, after: String = "") {
    self.alone = alone
    self.before = before
    self.after = after
  }

  /// The usual case: words, a colon, the detail.
  init(stringLiteral words: String) {
    self.init(words, before: words + ": ")
  }

  /// The message for a detail, or for none.
  func message(_ detail: String?) -> String {
    guard let detail else { return alone }
    return before + detail + after
  }

  /// The phrases of all codes but `ok`, which is no error.
  static let all: [VirErrorNumber: ErrorPhrase] = [
    .internalError: "internal error",
    .noMemory: "out of memory",
    .noSupport: "this function is not supported by the connection driver",
    .unknownHost: .init("unknown host", before: "unknown host "),
    .noConnect: .init("no connection driver available", before: "no connection driver available for "),
    .invalidConn: .init("invalid connection pointer in", before: "invalid connection pointer in "),
    .invalidDomain: .init("invalid domain pointer in", before: "invalid domain pointer in "),
    .invalidArg: "invalid argument",
    .operationFailed: "operation failed",
    .getFailed: "GET operation failed",
    .postFailed: "POST operation failed",
    .httpError: .init("got unknown HTTP error code", before: "got unknown HTTP error code "),
    .sexprSerial: "failed to serialize S-Expr",
    .noXen: .init("could not use Xen hypervisor entry", before: "could not use Xen hypervisor entry "),
    .xenCall: .init("failed Xen syscall", before: "failed Xen syscall "),
    .osType: .init("unknown OS type", before: "unknown OS type "),
    .noKernel: "missing kernel information",
    .noRoot: .init("missing root device information", before: "missing root device information in "),
    .noSource: .init("missing source information for device", before: "missing source information for device "),
    .noTarget: .init("missing target information for device", before: "missing target information for device "),
    .noName: .init("missing name information", before: "missing name information in "),
    .noOs: .init("missing operating system information", before: "missing operating system information for "),
    .noDevice: .init("missing devices information", before: "missing devices information for "),
    .noXenstore: .init("could not connect to Xen Store", before: "could not connect to Xen Store "),
    .driverFull: .init("too many drivers registered", before: "too many drivers registered in "),
    .callFailed: "library call failed",
    .xmlError: .init("XML description is invalid or not well formed", before: "XML error: "),
    .domExist: .init("this domain exists already", before: "domain ", after: " exists already"),
    .operationDenied: .init("operation forbidden for read only access", before: "operation forbidden: "),
    .openFailed: .init("failed to open configuration file", before: "failed to open configuration file "),
    .readFailed: .init("failed to read configuration file", before: "failed to read configuration file "),
    .parseFailed: .init("failed to parse configuration file", before: "failed to parse configuration file "),
    .confSyntax: "configuration file syntax error",
    .writeFailed: "failed to write configuration file",
    .xmlDetail: .init("parser error", before: ""),
    .invalidNetwork: .init("invalid network pointer in", before: "invalid network pointer in "),
    .networkExist: .init("this network exists already", before: "network ", after: " exists already"),
    .systemError: .init("system call error", before: ""),
    .rpc: .init("RPC error", before: ""),
    .gnutlsError: .init("GNUTLS call error", before: ""),
    .warnNoNetwork: "Failed to find the network",
    .noDomain: "Domain not found",
    .noNetwork: "Network not found",
    .invalidMac: "invalid MAC address",
    .authFailed: "authentication failed",
    .invalidStoragePool: .init("invalid storage pool pointer in", before: "invalid storage pool pointer in "),
    .invalidStorageVol: .init("invalid storage volume pointer in", before: "invalid storage volume pointer in "),
    .warnNoStorage: "Failed to find a storage driver",
    .noStoragePool: "Storage pool not found",
    .noStorageVol: "Storage volume not found",
    .warnNoNode: "Failed to find a node driver",
    .invalidNodeDevice: .init("invalid node device pointer", before: "invalid node device pointer in "),
    .noNodeDevice: "Node device not found",
    .noSecurityModel: "Security model not found",
    .operationInvalid: "Requested operation is not valid",
    .warnNoInterface: "Failed to find the interface",
    .noInterface: "Interface not found",
    .invalidInterface: .init("invalid interface pointer in", before: "invalid interface pointer in "),
    .multipleInterfaces: "multiple matching interfaces found",
    .warnNoNwfilter: "Failed to start the nwfilter driver",
    .invalidNwfilter: "Invalid network filter",
    .noNwfilter: "Network filter not found",
    .buildFirewall: "Error while building firewall",
    .warnNoSecret: "Failed to find a secret storage driver",
    .invalidSecret: "Invalid secret",
    .noSecret: "Secret not found",
    .configUnsupported: "unsupported configuration",
    .operationTimeout: "Timed out during operation",
    .migratePersistFailed: "Failed to make domain persistent after migration",
    .hookScriptFailed: "Hook script execution failed",
    .invalidDomainSnapshot: "Invalid domain snapshot",
    .noDomainSnapshot: "Domain snapshot not found",
    .invalidStream: .init("invalid stream pointer", before: "invalid stream pointer in "),
    .argumentUnsupported: "argument unsupported",
    .storageProbeFailed: "Storage pool probe failed",
    .storagePoolBuilt: "Storage pool already built",
    .snapshotRevertRisky: "revert requires force",
    .operationAborted: "operation aborted",
    .authCancelled: "authentication cancelled",
    .noDomainMetadata: "metadata not found",
    .migrateUnsafe: "Unsafe migration",
    .overflow: "numerical overflow",
    .blockCopyActive: "block copy still active",
    .operationUnsupported: "Operation not supported",
    .ssh: "SSH transport error",
    .agentUnresponsive: "Guest agent is not responding",
    .resourceBusy: "resource busy",
    .accessDenied: "access denied",
    .dbusService: "error from service",
    .storageVolExist: .init("this storage volume exists already", before: "storage volume ", after: " exists already"),
    .cpuIncompatible: "the CPU is incompatible with host CPU",
    .xmlInvalidSchema: "XML document failed to validate against schema",
    .migrateFinishOk: "migration successfully aborted",
    .authUnavailable: "authentication unavailable",
    .noServer: "Server not found",
    .noClient: "Client not found",
    .agentUnsynced: "guest agent replied with wrong id to guest-sync command",
    .libssh: "libssh transport error",
    .deviceMissing: "device not found",
    .invalidNwfilterBinding: "Invalid network filter binding",
    .noNwfilterBinding: "Network filter binding not found",
    .invalidDomainCheckpoint: "Invalid domain checkpoint",
    .noDomainCheckpoint: "Domain checkpoint not found",
    .noDomainBackup: "Domain backup job id not found",
    .invalidNetworkPort: "Invalid network port pointer",
    .networkPortExist: .init("this network port exists already", before: "network port ", after: " exists already"),
    .noNetworkPort: "network port not found",
    .noHostname: "no hostname found",
    .checkpointInconsistent: "checkpoint inconsistent",
    .multipleDomains: "multiple matching domains found",
  ]
}
