import XDR

/// The connection, what the hypervisor can do, and lists of what is on the host.
extension Remote {
  /// Opens the hypervisor that a name stands for; bit 0 of the flags makes the connection read-only.
  public static let connectOpen = Procedure(1, "virConnectOpen", .reads, .high, String?.self, UInt32.self)
  /// Ends the session; the server hangs up once it has answered.
  public static let connectClose = Procedure(2, "virConnectClose", .reads, .high)
  /// The driver's name, such as `QEMU`.
  public static let connectGetType = Procedure(3, "virConnectGetType", .reads, .high, returns: String.self)
  /// The hypervisor's version: major * 1,000,000 + minor * 1,000 + release.
  public static let connectGetVersion = Procedure(4, "virConnectGetVersion", .reads, .high, returns: UInt64.self)
  /// The most virtual CPUs a domain of a type may have; nil means the default type.
  public static let connectGetMaxVcpus = Procedure(5, "virConnectGetMaxVcpus", .reads, .high, String?.self, returns: Int32.self)
  /// What host and hypervisor can do, as XML.
  public static let connectGetCapabilities = Procedure(7, "virConnectGetCapabilities", .reads, .low, returns: String.self)
  /// The names of at most so many domains that do not run.
  public static let connectListDefinedDomains = Procedure(
    21, "virConnectListDefinedDomains", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// How many domains do not run.
  public static let connectNumOfDefinedDomains = Procedure(25, "virConnectNumOfDefinedDomains", .reads, .high, returns: Int32.self)
  /// The names of at most so many networks that are not active.
  public static let connectListDefinedNetworks = Procedure(
    36, "virConnectListDefinedNetworks", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// The numbers of at most so many running domains.
  public static let connectListDomains = Procedure(
    37, "virConnectListDomains", .reads, .high, Int32.self, returns: Bounded<16384, Int32>.self)
  /// The names of at most so many active networks.
  public static let connectListNetworks = Procedure(
    38, "virConnectListNetworks", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// How many networks are not active.
  public static let connectNumOfDefinedNetworks = Procedure(50, "virConnectNumOfDefinedNetworks", .reads, .high, returns: Int32.self)
  /// How many domains run.
  public static let connectNumOfDomains = Procedure(51, "virConnectNumOfDomains", .reads, .high, returns: Int32.self)
  /// How many networks are active.
  public static let connectNumOfNetworks = Procedure(52, "virConnectNumOfNetworks", .reads, .high, returns: Int32.self)
  /// The host's name.
  public static let connectGetHostname = Procedure(59, "virConnectGetHostname", .reads, .high, returns: String.self)
  /// Whether the server or its driver can do something: 1 or 0. Asking for `DriverFeature.programKeepalive` turns it on.
  public static let connectSupportsFeature = Procedure(60, "virConnectSupportsFeature", .reads, .high, Int32.self, returns: Int32.self)
  /// How many storage pools are active.
  public static let connectNumOfStoragePools = Procedure(71, "virConnectNumOfStoragePools", .reads, .high, returns: Int32.self)
  /// The names of at most so many active storage pools.
  public static let connectListStoragePools = Procedure(
    72, "virConnectListStoragePools", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// How many storage pools are not active.
  public static let connectNumOfDefinedStoragePools = Procedure(
    73, "virConnectNumOfDefinedStoragePools", .reads, .high, returns: Int32.self)
  /// The names of at most so many storage pools that are not active.
  public static let connectListDefinedStoragePools = Procedure(
    74, "virConnectListDefinedStoragePools", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// Looks for storage of a type that could become a pool, as XML.
  public static let connectFindStoragePoolSources = Procedure(
    75, "virConnectFindStoragePoolSources", .discloses, .low, String.self, String?.self, UInt32.self, returns: String.self)
  /// The URI that the server gives the connection.
  public static let connectGetUri = Procedure(110, "virConnectGetURI", .reads, .high, returns: String.self)
  /// How many interfaces of the host are active.
  public static let connectNumOfInterfaces = Procedure(126, "virConnectNumOfInterfaces", .reads, .high, returns: Int32.self)
  /// The names of at most so many active interfaces of the host.
  public static let connectListInterfaces = Procedure(
    127, "virConnectListInterfaces", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// Turns a hypervisor's own configuration into a domain's XML: format, configuration.
  public static let connectDomainXmlFromNative = Procedure(
    135, "virConnectDomainXMLFromNative", .discloses, .low, String.self, String.self, UInt32.self, returns: String.self)
  /// Turns a domain's XML into a hypervisor's own configuration: format, XML.
  public static let connectDomainXmlToNative = Procedure(
    136, "virConnectDomainXMLToNative", .discloses, .low, String.self, String.self, UInt32.self, returns: String.self)
  /// How many interfaces of the host are not active.
  public static let connectNumOfDefinedInterfaces = Procedure(137, "virConnectNumOfDefinedInterfaces", .reads, .high, returns: Int32.self)
  /// The names of at most so many interfaces of the host that are not active.
  public static let connectListDefinedInterfaces = Procedure(
    138, "virConnectListDefinedInterfaces", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// How many secrets there are.
  public static let connectNumOfSecrets = Procedure(139, "virConnectNumOfSecrets", .reads, .high, returns: Int32.self)
  /// The UUIDs, as text, of at most so many secrets.
  public static let connectListSecrets = Procedure(
    140, "virConnectListSecrets", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// Whether the connection is encrypted, or stays on the host: 1 or 0.
  public static let connectIsSecure = Procedure(149, "virConnectIsSecure", .reads, .high, returns: Int32.self)
  /// The version of libvirt on the server: major * 1,000,000 + minor * 1,000 + release.
  public static let connectGetLibVersion = Procedure(157, "virConnectGetLibVersion", .reads, .high, returns: UInt64.self)
  /// How a CPU, given as XML, compares with the host's: a `CPUCompareResult`; flags are `ConnectCompareCPUFlags`.
  public static let connectCompareCpu = Procedure(158, "virConnectCompareCPU", .reads, .high, String.self, UInt32.self, returns: Int32.self)
  /// The richest CPU that all given ones have in common, as XML: flags are `ConnectBaselineCPUFlags`.
  public static let connectBaselineCpu = Procedure(
    162, "virConnectBaselineCPU", .reads, .low, Bounded<256, String>.self, UInt32.self, returns: String.self)
  /// How many network filters there are.
  public static let connectNumOfNwfilters = Procedure(178, "virConnectNumOfNWFilters", .reads, .high, returns: Int32.self)
  /// The names of at most so many network filters.
  public static let connectListNwfilters = Procedure(
    179, "virConnectListNWFilters", .reads, .high, Int32.self, returns: Bounded<16384, String>.self)
  /// The host's SMBIOS data, as XML.
  public static let connectGetSysinfo = Procedure(203, "virConnectGetSysinfo", .reads, .high, UInt32.self, returns: String.self)
  /// Domains, or with 0 their count: flags are `ConnectListAllDomainsFlags`.
  public static let connectListAllDomains = Procedure(
    273, "virConnectListAllDomains", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, DomainRef, UInt32>.self)
  /// Storage pools, or with 0 their count: flags are `ConnectListAllStoragePoolsFlags`.
  public static let connectListAllStoragePools = Procedure(
    281, "virConnectListAllStoragePools", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, StoragePoolRef, UInt32>.self)
  /// Networks, or with 0 their count: flags are `ConnectListAllNetworksFlags`.
  public static let connectListAllNetworks = Procedure(
    283, "virConnectListAllNetworks", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, NetworkRef, UInt32>.self)
  /// Interfaces of the host, or with 0 their count: flags are `ConnectListAllInterfacesFlags`.
  public static let connectListAllInterfaces = Procedure(
    284, "virConnectListAllInterfaces", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, InterfaceRef, UInt32>.self)
  /// Devices of the host, or with 0 their count: flags are `ConnectListAllNodeDeviceFlags`.
  public static let connectListAllNodeDevices = Procedure(
    285, "virConnectListAllNodeDevices", .reads, .high, Int32.self, UInt32.self, returns: Listing<65536, NodeDeviceRef, UInt32>.self)
  /// Network filters, or with 0 their count.
  public static let connectListAllNwfilters = Procedure(
    286, "virConnectListAllNWFilters", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, NWFilterRef, UInt32>.self)
  /// Secrets, or with 0 their count: flags are `ConnectListAllSecretsFlags`.
  public static let connectListAllSecrets = Procedure(
    287, "virConnectListAllSecrets", .reads, .high, Int32.self, UInt32.self, returns: Listing<16384, SecretRef, UInt32>.self)
  /// The CPU models known for an architecture, or with 0 their count.
  public static let connectGetCpuModelNames = Procedure(
    312, "virConnectGetCPUModelNames", .reads, .low, String.self, Int32.self, UInt32.self, returns: Listing<8192, String, Int32>.self)
  /// What guests can have, as XML: emulator, architecture, machine, type, each nil for the default.
  public static let connectGetDomainCapabilities = Procedure(
    342, "virConnectGetDomainCapabilities", .changes, .low, String?.self, String?.self, String?.self, String?.self, UInt32.self,
    returns: String.self)
  /// Figures of some domains, or of all for none: `DomainStatsTypes`, `ConnectGetAllDomainStatsFlags`.
  public static let connectGetAllDomainStats = Procedure(
    344, "virConnectGetAllDomainStats", .reads, .low, Bounded<16384, DomainRef>.self, UInt32.self, UInt32.self,
    returns: Bounded<16384, DomainStatsRecord>.self)
  /// How a CPU, given as XML, compares with what the hypervisor can give: a `CPUCompareResult`.
  public static let connectCompareHypervisorCpu = Procedure(
    393, "virConnectCompareHypervisorCPU", .changes, .low, String?.self, String?.self, String?.self, String?.self, String.self, UInt32.self,
    returns: Int32.self)
  /// The richest CPU that all given ones have in common and the hypervisor can give, as XML.
  public static let connectBaselineHypervisorCpu = Procedure(
    394, "virConnectBaselineHypervisorCPU", .changes, .low, String?.self, String?.self, String?.self, String?.self,
    Bounded<256, String>.self, UInt32.self, returns: String.self)
  /// Uses of network filters, or with 0 their count.
  public static let connectListAllNwfilterBindings = Procedure(
    401, "virConnectListAllNWFilterBindings", .reads, .high, Int32.self, UInt32.self,
    returns: Listing<16384, NWFilterBindingRef, UInt32>.self)
  /// Which kinds of storage pool the server has, as XML.
  public static let connectGetStoragePoolCapabilities = Procedure(
    403, "virConnectGetStoragePoolCapabilities", .reads, .low, UInt32.self, returns: String.self)
  /// Says on whose behalf the connection acts.
  public static let connectSetIdentity = Procedure(
    419, "virConnectSetIdentity", .changes, .low, Bounded<20, TypedParameter>.self, UInt32.self)
}
