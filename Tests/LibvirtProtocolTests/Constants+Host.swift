import LibvirtProtocol

extension Constants {
  static let host: [Constants] = [
    Constants(
      "virConnectFlags", ConnectFlags.self,
      [
        "VIR_CONNECT_RO": .ro,
        "VIR_CONNECT_NO_ALIASES": .noAliases,
      ]),
    Constants(
      "virConnectCompareCPUFlags", ConnectCompareCPUFlags.self,
      [
        "VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE": .failIncompatible,
        "VIR_CONNECT_COMPARE_CPU_VALIDATE_XML": .validateXml,
      ]),
    Constants(
      "virConnectBaselineCPUFlags", ConnectBaselineCPUFlags.self,
      [
        "VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES": .expandFeatures,
        "VIR_CONNECT_BASELINE_CPU_MIGRATABLE": .migratable,
      ]),
    Constants(
      "virNodeAllocPagesFlags", NodeAllocPagesFlags.self,
      [
        "VIR_NODE_ALLOC_PAGES_ADD": .add,
        "VIR_NODE_ALLOC_PAGES_SET": .set,
      ]),
    Constants(
      "virConnectListAllNodeDeviceFlags", ConnectListAllNodeDeviceFlags.self,
      [
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM": .capSystem,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV": .capPciDev,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV": .capUsbDev,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE": .capUsbInterface,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET": .capNet,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST": .capScsiHost,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET": .capScsiTarget,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI": .capScsi,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE": .capStorage,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST": .capFcHost,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS": .capVports,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC": .capScsiGeneric,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM": .capDrm,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES": .capMdevTypes,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV": .capMdev,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV": .capCcwDev,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV": .capCssDev,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA": .capVdpa,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD": .capApCard,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE": .capApQueue,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX": .capApMatrix,
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD": .capVpd,
        "VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE": .inactive,
        "VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE": .active,
      ]),
    Constants(
      "virNodeDeviceCreateXMLFlags", NodeDeviceCreateXMLFlags.self,
      ["VIR_NODE_DEVICE_CREATE_XML_VALIDATE": .validate]),
    Constants(
      "virNodeDeviceDefineXMLFlags", NodeDeviceDefineXMLFlags.self,
      ["VIR_NODE_DEVICE_DEFINE_XML_VALIDATE": .validate]),
    Constants(
      "virConnectListAllNetworksFlags", ConnectListAllNetworksFlags.self,
      [
        "VIR_CONNECT_LIST_NETWORKS_INACTIVE": .inactive,
        "VIR_CONNECT_LIST_NETWORKS_ACTIVE": .active,
        "VIR_CONNECT_LIST_NETWORKS_PERSISTENT": .persistent,
        "VIR_CONNECT_LIST_NETWORKS_TRANSIENT": .transient,
        "VIR_CONNECT_LIST_NETWORKS_AUTOSTART": .autostart,
        "VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART": .noAutostart,
      ]),
    Constants(
      "virNetworkXMLFlags", NetworkXMLFlags.self,
      ["VIR_NETWORK_XML_INACTIVE": .inactive]),
    Constants(
      "virNetworkCreateFlags", NetworkCreateFlags.self,
      ["VIR_NETWORK_CREATE_VALIDATE": .validate]),
    Constants(
      "virNetworkDefineFlags", NetworkDefineFlags.self,
      ["VIR_NETWORK_DEFINE_VALIDATE": .validate]),
    Constants(
      "virNetworkPortCreateFlags", NetworkPortCreateFlags.self,
      [
        "VIR_NETWORK_PORT_CREATE_RECLAIM": .reclaim,
        "VIR_NETWORK_PORT_CREATE_VALIDATE": .validate,
      ]),
    Constants(
      "virNetworkUpdateFlags", NetworkUpdateFlags.self,
      [
        "VIR_NETWORK_UPDATE_AFFECT_CURRENT": .affectCurrent,
        "VIR_NETWORK_UPDATE_AFFECT_LIVE": .affectLive,
        "VIR_NETWORK_UPDATE_AFFECT_CONFIG": .affectConfig,
      ]),
    Constants(
      "virConnectListAllInterfacesFlags", ConnectListAllInterfacesFlags.self,
      [
        "VIR_CONNECT_LIST_INTERFACES_INACTIVE": .inactive,
        "VIR_CONNECT_LIST_INTERFACES_ACTIVE": .active,
      ]),
    Constants(
      "virInterfaceXMLFlags", InterfaceXMLFlags.self,
      ["VIR_INTERFACE_XML_INACTIVE": .inactive]),
    Constants(
      "virInterfaceDefineFlags", InterfaceDefineFlags.self,
      ["VIR_INTERFACE_DEFINE_VALIDATE": .validate]),
    Constants(
      "virNWFilterDefineFlags", NWFilterDefineFlags.self,
      ["VIR_NWFILTER_DEFINE_VALIDATE": .validate]),
    Constants(
      "virNWFilterBindingCreateFlags", NWFilterBindingCreateFlags.self,
      ["VIR_NWFILTER_BINDING_CREATE_VALIDATE": .validate]),
    Constants(
      "virConnectListAllStoragePoolsFlags", ConnectListAllStoragePoolsFlags.self,
      [
        "VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE": .inactive,
        "VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE": .active,
        "VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT": .persistent,
        "VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT": .transient,
        "VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART": .autostart,
        "VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART": .noAutostart,
        "VIR_CONNECT_LIST_STORAGE_POOLS_DIR": .dir,
        "VIR_CONNECT_LIST_STORAGE_POOLS_FS": .fs,
        "VIR_CONNECT_LIST_STORAGE_POOLS_NETFS": .netfs,
        "VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL": .logical,
        "VIR_CONNECT_LIST_STORAGE_POOLS_DISK": .disk,
        "VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI": .iscsi,
        "VIR_CONNECT_LIST_STORAGE_POOLS_SCSI": .scsi,
        "VIR_CONNECT_LIST_STORAGE_POOLS_MPATH": .mpath,
        "VIR_CONNECT_LIST_STORAGE_POOLS_RBD": .rbd,
        "VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG": .sheepdog,
        "VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER": .gluster,
        "VIR_CONNECT_LIST_STORAGE_POOLS_ZFS": .zfs,
        "VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE": .vstorage,
        "VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT": .iscsiDirect,
      ]),
    Constants(
      "virStoragePoolBuildFlags", StoragePoolBuildFlags.self,
      [
        "VIR_STORAGE_POOL_BUILD_NEW": .new,
        "VIR_STORAGE_POOL_BUILD_REPAIR": .repair,
        "VIR_STORAGE_POOL_BUILD_RESIZE": .resize,
        "VIR_STORAGE_POOL_BUILD_NO_OVERWRITE": .noOverwrite,
        "VIR_STORAGE_POOL_BUILD_OVERWRITE": .overwrite,
      ]),
    Constants(
      "virStoragePoolCreateFlags", StoragePoolCreateFlags.self,
      [
        "VIR_STORAGE_POOL_CREATE_NORMAL": .normal,
        "VIR_STORAGE_POOL_CREATE_WITH_BUILD": .withBuild,
        "VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE": .withBuildOverwrite,
        "VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE": .withBuildNoOverwrite,
      ]),
    Constants(
      "virStoragePoolDefineFlags", StoragePoolDefineFlags.self,
      ["VIR_STORAGE_POOL_DEFINE_VALIDATE": .validate]),
    Constants(
      "virStoragePoolDeleteFlags", StoragePoolDeleteFlags.self,
      [
        "VIR_STORAGE_POOL_DELETE_NORMAL": .normal,
        "VIR_STORAGE_POOL_DELETE_ZEROED": .zeroed,
      ]),
    Constants(
      "virStorageXMLFlags", StorageXMLFlags.self,
      ["VIR_STORAGE_XML_INACTIVE": .inactive]),
    Constants(
      "virStorageVolCreateFlags", StorageVolCreateFlags.self,
      [
        "VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA": .preallocMetadata,
        "VIR_STORAGE_VOL_CREATE_REFLINK": .reflink,
        "VIR_STORAGE_VOL_CREATE_VALIDATE": .validate,
      ]),
    Constants(
      "virStorageVolDeleteFlags", StorageVolDeleteFlags.self,
      [
        "VIR_STORAGE_VOL_DELETE_NORMAL": .normal,
        "VIR_STORAGE_VOL_DELETE_ZEROED": .zeroed,
        "VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS": .withSnapshots,
      ]),
    Constants(
      "virStorageVolResizeFlags", StorageVolResizeFlags.self,
      [
        "VIR_STORAGE_VOL_RESIZE_ALLOCATE": .allocate,
        "VIR_STORAGE_VOL_RESIZE_DELTA": .delta,
        "VIR_STORAGE_VOL_RESIZE_SHRINK": .shrink,
      ]),
    Constants(
      "virStorageVolInfoFlags", StorageVolInfoFlags.self,
      [
        "VIR_STORAGE_VOL_USE_ALLOCATION": .useAllocation,
        "VIR_STORAGE_VOL_GET_PHYSICAL": .getPhysical,
      ]),
    Constants(
      "virStorageVolUploadFlags", StorageVolUploadFlags.self,
      ["VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM": .sparseStream]),
    Constants(
      "virStorageVolDownloadFlags", StorageVolDownloadFlags.self,
      ["VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM": .sparseStream]),
    Constants(
      "virConnectListAllSecretsFlags", ConnectListAllSecretsFlags.self,
      [
        "VIR_CONNECT_LIST_SECRETS_EPHEMERAL": .ephemeral,
        "VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL": .noEphemeral,
        "VIR_CONNECT_LIST_SECRETS_PRIVATE": .private,
        "VIR_CONNECT_LIST_SECRETS_NO_PRIVATE": .noPrivate,
      ]),
    Constants(
      "virSecretDefineFlags", SecretDefineFlags.self,
      ["VIR_SECRET_DEFINE_VALIDATE": .validate]),
    Constants(
      "virConnectDomainQemuMonitorEventRegisterFlags", ConnectDomainQemuMonitorEventRegisterFlags.self,
      [
        "VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX": .regex,
        "VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE": .nocase,
      ]),
    Constants(
      "virDomainQemuMonitorCommandFlags", DomainQemuMonitorCommandFlags.self,
      [
        "VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT": .default,
        "VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP": .hmp,
      ]),
  ]
}
