/// What went wrong (`virErrorNumber`).
public struct VirErrorNumber: RawRepresentable, Hashable, Sendable {
  /// The number on the wire and in libvirt's API.
  public let rawValue: Int32

  /// A number, which may be one that a newer libvirt has.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// No error.
  public static let ok = Self(rawValue: 0)
  /// `internal error`
  public static let internalError = Self(rawValue: 1)
  /// `out of memory`
  public static let noMemory = Self(rawValue: 2)
  /// `this function is not supported by the connection driver`
  public static let noSupport = Self(rawValue: 3)
  /// `unknown host`
  public static let unknownHost = Self(rawValue: 4)
  /// `no connection driver available`
  public static let noConnect = Self(rawValue: 5)
  /// `invalid connection pointer in`
  public static let invalidConn = Self(rawValue: 6)
  /// `invalid domain pointer in`
  public static let invalidDomain = Self(rawValue: 7)
  /// `invalid argument`
  public static let invalidArg = Self(rawValue: 8)
  /// `operation failed`
  public static let operationFailed = Self(rawValue: 9)
  /// `GET operation failed`
  public static let getFailed = Self(rawValue: 10)
  /// `POST operation failed`
  public static let postFailed = Self(rawValue: 11)
  /// `got unknown HTTP error code`
  public static let httpError = Self(rawValue: 12)
  /// `failed to serialize S-Expr`
  public static let sexprSerial = Self(rawValue: 13)
  /// `could not use Xen hypervisor entry`
  public static let noXen = Self(rawValue: 14)
  /// `failed Xen syscall`
  public static let xenCall = Self(rawValue: 15)
  /// `unknown OS type`
  public static let osType = Self(rawValue: 16)
  /// `missing kernel information`
  public static let noKernel = Self(rawValue: 17)
  /// `missing root device information`
  public static let noRoot = Self(rawValue: 18)
  /// `missing source information for device`
  public static let noSource = Self(rawValue: 19)
  /// `missing target information for device`
  public static let noTarget = Self(rawValue: 20)
  /// `missing name information`
  public static let noName = Self(rawValue: 21)
  /// `missing operating system information`
  public static let noOs = Self(rawValue: 22)
  /// `missing devices information`
  public static let noDevice = Self(rawValue: 23)
  /// `could not connect to Xen Store`
  public static let noXenstore = Self(rawValue: 24)
  /// `too many drivers registered`
  public static let driverFull = Self(rawValue: 25)
  /// `library call failed`
  public static let callFailed = Self(rawValue: 26)
  /// `XML description is invalid or not well formed`
  public static let xmlError = Self(rawValue: 27)
  /// `this domain exists already`
  public static let domExist = Self(rawValue: 28)
  /// `operation forbidden for read only access`
  public static let operationDenied = Self(rawValue: 29)
  /// `failed to open configuration file`
  public static let openFailed = Self(rawValue: 30)
  /// `failed to read configuration file`
  public static let readFailed = Self(rawValue: 31)
  /// `failed to parse configuration file`
  public static let parseFailed = Self(rawValue: 32)
  /// `configuration file syntax error`
  public static let confSyntax = Self(rawValue: 33)
  /// `failed to write configuration file`
  public static let writeFailed = Self(rawValue: 34)
  /// `parser error`
  public static let xmlDetail = Self(rawValue: 35)
  /// `invalid network pointer in`
  public static let invalidNetwork = Self(rawValue: 36)
  /// `this network exists already`
  public static let networkExist = Self(rawValue: 37)
  /// `system call error`
  public static let systemError = Self(rawValue: 38)
  /// `RPC error`
  public static let rpc = Self(rawValue: 39)
  /// `GNUTLS call error`
  public static let gnutlsError = Self(rawValue: 40)
  /// `Failed to find the network`
  public static let warnNoNetwork = Self(rawValue: 41)
  /// `Domain not found`
  public static let noDomain = Self(rawValue: 42)
  /// `Network not found`
  public static let noNetwork = Self(rawValue: 43)
  /// `invalid MAC address`
  public static let invalidMac = Self(rawValue: 44)
  /// `authentication failed`
  public static let authFailed = Self(rawValue: 45)
  /// `invalid storage pool pointer in`
  public static let invalidStoragePool = Self(rawValue: 46)
  /// `invalid storage volume pointer in`
  public static let invalidStorageVol = Self(rawValue: 47)
  /// `Failed to find a storage driver`
  public static let warnNoStorage = Self(rawValue: 48)
  /// `Storage pool not found`
  public static let noStoragePool = Self(rawValue: 49)
  /// `Storage volume not found`
  public static let noStorageVol = Self(rawValue: 50)
  /// `Failed to find a node driver`
  public static let warnNoNode = Self(rawValue: 51)
  /// `invalid node device pointer`
  public static let invalidNodeDevice = Self(rawValue: 52)
  /// `Node device not found`
  public static let noNodeDevice = Self(rawValue: 53)
  /// `Security model not found`
  public static let noSecurityModel = Self(rawValue: 54)
  /// `Requested operation is not valid`
  public static let operationInvalid = Self(rawValue: 55)
  /// `Failed to find the interface`
  public static let warnNoInterface = Self(rawValue: 56)
  /// `Interface not found`
  public static let noInterface = Self(rawValue: 57)
  /// `invalid interface pointer in`
  public static let invalidInterface = Self(rawValue: 58)
  /// `multiple matching interfaces found`
  public static let multipleInterfaces = Self(rawValue: 59)
  /// `Failed to start the nwfilter driver`
  public static let warnNoNwfilter = Self(rawValue: 60)
  /// `Invalid network filter`
  public static let invalidNwfilter = Self(rawValue: 61)
  /// `Network filter not found`
  public static let noNwfilter = Self(rawValue: 62)
  /// `Error while building firewall`
  public static let buildFirewall = Self(rawValue: 63)
  /// `Failed to find a secret storage driver`
  public static let warnNoSecret = Self(rawValue: 64)
  /// `Invalid secret`
  public static let invalidSecret = Self(rawValue: 65)
  /// `Secret not found`
  public static let noSecret = Self(rawValue: 66)
  /// `unsupported configuration`
  public static let configUnsupported = Self(rawValue: 67)
  /// `Timed out during operation`
  public static let operationTimeout = Self(rawValue: 68)
  /// `Failed to make domain persistent after migration`
  public static let migratePersistFailed = Self(rawValue: 69)
  /// `Hook script execution failed`
  public static let hookScriptFailed = Self(rawValue: 70)
  /// `Invalid domain snapshot`
  public static let invalidDomainSnapshot = Self(rawValue: 71)
  /// `Domain snapshot not found`
  public static let noDomainSnapshot = Self(rawValue: 72)
  /// `invalid stream pointer`
  public static let invalidStream = Self(rawValue: 73)
  /// `argument unsupported`
  public static let argumentUnsupported = Self(rawValue: 74)
  /// `Storage pool probe failed`
  public static let storageProbeFailed = Self(rawValue: 75)
  /// `Storage pool already built`
  public static let storagePoolBuilt = Self(rawValue: 76)
  /// `revert requires force`
  public static let snapshotRevertRisky = Self(rawValue: 77)
  /// `operation aborted`
  public static let operationAborted = Self(rawValue: 78)
  /// `authentication cancelled`
  public static let authCancelled = Self(rawValue: 79)
  /// `metadata not found`
  public static let noDomainMetadata = Self(rawValue: 80)
  /// `Unsafe migration`
  public static let migrateUnsafe = Self(rawValue: 81)
  /// `numerical overflow`
  public static let overflow = Self(rawValue: 82)
  /// `block copy still active`
  public static let blockCopyActive = Self(rawValue: 83)
  /// `Operation not supported`
  public static let operationUnsupported = Self(rawValue: 84)
  /// `SSH transport error`
  public static let ssh = Self(rawValue: 85)
  /// `Guest agent is not responding`
  public static let agentUnresponsive = Self(rawValue: 86)
  /// `resource busy`
  public static let resourceBusy = Self(rawValue: 87)
  /// `access denied`
  public static let accessDenied = Self(rawValue: 88)
  /// `error from service`
  public static let dbusService = Self(rawValue: 89)
  /// `this storage volume exists already`
  public static let storageVolExist = Self(rawValue: 90)
  /// `the CPU is incompatible with host CPU`
  public static let cpuIncompatible = Self(rawValue: 91)
  /// `XML document failed to validate against schema`
  public static let xmlInvalidSchema = Self(rawValue: 92)
  /// `migration successfully aborted`
  public static let migrateFinishOk = Self(rawValue: 93)
  /// `authentication unavailable`
  public static let authUnavailable = Self(rawValue: 94)
  /// `Server not found`
  public static let noServer = Self(rawValue: 95)
  /// `Client not found`
  public static let noClient = Self(rawValue: 96)
  /// `guest agent replied with wrong id to guest-sync command`
  public static let agentUnsynced = Self(rawValue: 97)
  /// `libssh transport error`
  public static let libssh = Self(rawValue: 98)
  /// `device not found`
  public static let deviceMissing = Self(rawValue: 99)
  /// `Invalid network filter binding`
  public static let invalidNwfilterBinding = Self(rawValue: 100)
  /// `Network filter binding not found`
  public static let noNwfilterBinding = Self(rawValue: 101)
  /// `Invalid domain checkpoint`
  public static let invalidDomainCheckpoint = Self(rawValue: 102)
  /// `Domain checkpoint not found`
  public static let noDomainCheckpoint = Self(rawValue: 103)
  /// `Domain backup job id not found`
  public static let noDomainBackup = Self(rawValue: 104)
  /// `Invalid network port pointer`
  public static let invalidNetworkPort = Self(rawValue: 105)
  /// `this network port exists already`
  public static let networkPortExist = Self(rawValue: 106)
  /// `network port not found`
  public static let noNetworkPort = Self(rawValue: 107)
  /// `no hostname found`
  public static let noHostname = Self(rawValue: 108)
  /// `checkpoint inconsistent`
  public static let checkpointInconsistent = Self(rawValue: 109)
  /// `multiple matching domains found`
  public static let multipleDomains = Self(rawValue: 110)
}
