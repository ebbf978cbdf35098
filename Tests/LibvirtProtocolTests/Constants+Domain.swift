import LibvirtProtocol

extension Constants {
  static let domain: [Constants] = [
    Constants(
      "virDomainCreateFlags", DomainCreateFlags.self,
      [
        "VIR_DOMAIN_NONE": .none,
        "VIR_DOMAIN_START_PAUSED": .paused,
        "VIR_DOMAIN_START_AUTODESTROY": .autodestroy,
        "VIR_DOMAIN_START_BYPASS_CACHE": .bypassCache,
        "VIR_DOMAIN_START_FORCE_BOOT": .forceBoot,
        "VIR_DOMAIN_START_VALIDATE": .validate,
        "VIR_DOMAIN_START_RESET_NVRAM": .resetNvram,
      ]),
    Constants(
      "virDomainDefineFlags", DomainDefineFlags.self,
      ["VIR_DOMAIN_DEFINE_VALIDATE": .validate]),
    Constants(
      "virDomainUndefineFlagsValues", DomainUndefineFlags.self,
      [
        "VIR_DOMAIN_UNDEFINE_MANAGED_SAVE": .managedSave,
        "VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA": .snapshotsMetadata,
        "VIR_DOMAIN_UNDEFINE_NVRAM": .nvram,
        "VIR_DOMAIN_UNDEFINE_KEEP_NVRAM": .keepNvram,
        "VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA": .checkpointsMetadata,
        "VIR_DOMAIN_UNDEFINE_TPM": .tpm,
        "VIR_DOMAIN_UNDEFINE_KEEP_TPM": .keepTpm,
      ]),
    Constants(
      "virDomainDestroyFlagsValues", DomainDestroyFlags.self,
      [
        "VIR_DOMAIN_DESTROY_DEFAULT": .default,
        "VIR_DOMAIN_DESTROY_GRACEFUL": .graceful,
        "VIR_DOMAIN_DESTROY_REMOVE_LOGS": .removeLogs,
      ]),
    Constants(
      "virDomainShutdownFlagValues", DomainShutdownFlags.self,
      [
        "VIR_DOMAIN_SHUTDOWN_DEFAULT": .default,
        "VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN": .acpiPowerBtn,
        "VIR_DOMAIN_SHUTDOWN_GUEST_AGENT": .guestAgent,
        "VIR_DOMAIN_SHUTDOWN_INITCTL": .initctl,
        "VIR_DOMAIN_SHUTDOWN_SIGNAL": .signal,
        "VIR_DOMAIN_SHUTDOWN_PARAVIRT": .paravirt,
      ]),
    Constants(
      "virDomainRebootFlagValues", DomainRebootFlags.self,
      [
        "VIR_DOMAIN_REBOOT_DEFAULT": .default,
        "VIR_DOMAIN_REBOOT_ACPI_POWER_BTN": .acpiPowerBtn,
        "VIR_DOMAIN_REBOOT_GUEST_AGENT": .guestAgent,
        "VIR_DOMAIN_REBOOT_INITCTL": .initctl,
        "VIR_DOMAIN_REBOOT_SIGNAL": .signal,
        "VIR_DOMAIN_REBOOT_PARAVIRT": .paravirt,
      ]),
    Constants(
      "virDomainXMLFlags", DomainXMLFlags.self,
      [
        "VIR_DOMAIN_XML_SECURE": .secure,
        "VIR_DOMAIN_XML_INACTIVE": .inactive,
        "VIR_DOMAIN_XML_UPDATE_CPU": .updateCpu,
        "VIR_DOMAIN_XML_MIGRATABLE": .migratable,
      ]),
    Constants(
      "virDomainSaveImageXMLFlags", DomainSaveImageXMLFlags.self,
      ["VIR_DOMAIN_SAVE_IMAGE_XML_SECURE": .secure]),
    Constants(
      "virDomainModificationImpact", DomainModificationImpact.self,
      [
        "VIR_DOMAIN_AFFECT_CURRENT": .current,
        "VIR_DOMAIN_AFFECT_LIVE": .live,
        "VIR_DOMAIN_AFFECT_CONFIG": .config,
      ]),
    Constants(
      "virDomainDeviceModifyFlags", DomainDeviceModifyFlags.self,
      [
        "VIR_DOMAIN_DEVICE_MODIFY_CURRENT": .current,
        "VIR_DOMAIN_DEVICE_MODIFY_LIVE": .live,
        "VIR_DOMAIN_DEVICE_MODIFY_CONFIG": .config,
        "VIR_DOMAIN_DEVICE_MODIFY_FORCE": .force,
      ]),
    Constants(
      "virDomainVcpuFlags", DomainVcpuFlags.self,
      [
        "VIR_DOMAIN_VCPU_CURRENT": .current,
        "VIR_DOMAIN_VCPU_LIVE": .live,
        "VIR_DOMAIN_VCPU_CONFIG": .config,
        "VIR_DOMAIN_VCPU_MAXIMUM": .maximum,
        "VIR_DOMAIN_VCPU_GUEST": .guest,
        "VIR_DOMAIN_VCPU_HOTPLUGGABLE": .hotpluggable,
      ]),
    Constants(
      "virDomainMemoryModFlags", DomainMemoryModFlags.self,
      [
        "VIR_DOMAIN_MEM_CURRENT": .current,
        "VIR_DOMAIN_MEM_LIVE": .live,
        "VIR_DOMAIN_MEM_CONFIG": .config,
        "VIR_DOMAIN_MEM_MAXIMUM": .maximum,
      ]),
    Constants(
      "virDomainMemoryFlags", DomainMemoryFlags.self,
      [
        "VIR_MEMORY_VIRTUAL": .virtual,
        "VIR_MEMORY_PHYSICAL": .physical,
      ]),
    Constants(
      "virDomainStatsTypes", DomainStatsTypes.self,
      [
        "VIR_DOMAIN_STATS_STATE": .state,
        "VIR_DOMAIN_STATS_CPU_TOTAL": .cpuTotal,
        "VIR_DOMAIN_STATS_BALLOON": .balloon,
        "VIR_DOMAIN_STATS_VCPU": .vcpu,
        "VIR_DOMAIN_STATS_INTERFACE": .interface,
        "VIR_DOMAIN_STATS_BLOCK": .block,
        "VIR_DOMAIN_STATS_PERF": .perf,
        "VIR_DOMAIN_STATS_IOTHREAD": .iothread,
        "VIR_DOMAIN_STATS_MEMORY": .memory,
        "VIR_DOMAIN_STATS_DIRTYRATE": .dirtyrate,
        "VIR_DOMAIN_STATS_VM": .vm,
      ]),
    Constants(
      "virConnectGetAllDomainStatsFlags", ConnectGetAllDomainStatsFlags.self,
      [
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE": .active,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE": .inactive,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT": .persistent,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT": .transient,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING": .running,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED": .paused,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF": .shutoff,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER": .other,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT": .nowait,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING": .backing,
        "VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS": .enforceStats,
      ]),
    Constants(
      "virConnectListAllDomainsFlags", ConnectListAllDomainsFlags.self,
      [
        "VIR_CONNECT_LIST_DOMAINS_ACTIVE": .active,
        "VIR_CONNECT_LIST_DOMAINS_INACTIVE": .inactive,
        "VIR_CONNECT_LIST_DOMAINS_PERSISTENT": .persistent,
        "VIR_CONNECT_LIST_DOMAINS_TRANSIENT": .transient,
        "VIR_CONNECT_LIST_DOMAINS_RUNNING": .running,
        "VIR_CONNECT_LIST_DOMAINS_PAUSED": .paused,
        "VIR_CONNECT_LIST_DOMAINS_SHUTOFF": .shutoff,
        "VIR_CONNECT_LIST_DOMAINS_OTHER": .other,
        "VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE": .managedsave,
        "VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE": .noManagedsave,
        "VIR_CONNECT_LIST_DOMAINS_AUTOSTART": .autostart,
        "VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART": .noAutostart,
        "VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT": .hasSnapshot,
        "VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT": .noSnapshot,
        "VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT": .hasCheckpoint,
        "VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT": .noCheckpoint,
      ]),
    Constants(
      "virDomainSaveRestoreFlags", DomainSaveRestoreFlags.self,
      [
        "VIR_DOMAIN_SAVE_BYPASS_CACHE": .bypassCache,
        "VIR_DOMAIN_SAVE_RUNNING": .running,
        "VIR_DOMAIN_SAVE_PAUSED": .paused,
        "VIR_DOMAIN_SAVE_RESET_NVRAM": .resetNvram,
      ]),
    Constants(
      "virDomainCoreDumpFlags", DomainCoreDumpFlags.self,
      [
        "VIR_DUMP_CRASH": .crash,
        "VIR_DUMP_LIVE": .live,
        "VIR_DUMP_BYPASS_CACHE": .bypassCache,
        "VIR_DUMP_RESET": .reset,
        "VIR_DUMP_MEMORY_ONLY": .memoryOnly,
      ]),
    Constants(
      "virDomainGetJobStatsFlags", DomainGetJobStatsFlags.self,
      [
        "VIR_DOMAIN_JOB_STATS_COMPLETED": .completed,
        "VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED": .keepCompleted,
      ]),
    Constants(
      "virDomainAbortJobFlagsValues", DomainAbortJobFlags.self,
      ["VIR_DOMAIN_ABORT_JOB_POSTCOPY": .postcopy]),
    Constants(
      "virDomainMigrateFlags", DomainMigrateFlags.self,
      [
        "VIR_MIGRATE_LIVE": .live,
        "VIR_MIGRATE_PEER2PEER": .peer2peer,
        "VIR_MIGRATE_TUNNELLED": .tunnelled,
        "VIR_MIGRATE_PERSIST_DEST": .persistDest,
        "VIR_MIGRATE_UNDEFINE_SOURCE": .undefineSource,
        "VIR_MIGRATE_PAUSED": .paused,
        "VIR_MIGRATE_NON_SHARED_DISK": .nonSharedDisk,
        "VIR_MIGRATE_NON_SHARED_INC": .nonSharedInc,
        "VIR_MIGRATE_CHANGE_PROTECTION": .changeProtection,
        "VIR_MIGRATE_UNSAFE": .unsafe,
        "VIR_MIGRATE_OFFLINE": .offline,
        "VIR_MIGRATE_COMPRESSED": .compressed,
        "VIR_MIGRATE_ABORT_ON_ERROR": .abortOnError,
        "VIR_MIGRATE_AUTO_CONVERGE": .autoConverge,
        "VIR_MIGRATE_RDMA_PIN_ALL": .rdmaPinAll,
        "VIR_MIGRATE_POSTCOPY": .postcopy,
        "VIR_MIGRATE_TLS": .tls,
        "VIR_MIGRATE_PARALLEL": .parallel,
        "VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES": .nonSharedSynchronousWrites,
        "VIR_MIGRATE_POSTCOPY_RESUME": .postcopyResume,
        "VIR_MIGRATE_ZEROCOPY": .zerocopy,
      ]),
    Constants(
      "virDomainMigrateMaxSpeedFlags", DomainMigrateMaxSpeedFlags.self,
      ["VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY": .postcopy]),
    Constants(
      "virDomainConsoleFlags", DomainConsoleFlags.self,
      [
        "VIR_DOMAIN_CONSOLE_FORCE": .force,
        "VIR_DOMAIN_CONSOLE_SAFE": .safe,
      ]),
    Constants(
      "virDomainChannelFlags", DomainChannelFlags.self,
      ["VIR_DOMAIN_CHANNEL_FORCE": .force]),
    Constants(
      "virDomainOpenGraphicsFlags", DomainOpenGraphicsFlags.self,
      ["VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH": .skipauth]),
    Constants(
      "virDomainFDAssociateFlags", DomainFDAssociateFlags.self,
      [
        "VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE": .seclabelRestore,
        "VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE": .seclabelWritable,
      ]),
    Constants(
      "virDomainGetHostnameFlags", DomainGetHostnameFlags.self,
      [
        "VIR_DOMAIN_GET_HOSTNAME_LEASE": .lease,
        "VIR_DOMAIN_GET_HOSTNAME_AGENT": .agent,
      ]),
    Constants(
      "virDomainGuestInfoTypes", DomainGuestInfoTypes.self,
      [
        "VIR_DOMAIN_GUEST_INFO_USERS": .users,
        "VIR_DOMAIN_GUEST_INFO_OS": .os,
        "VIR_DOMAIN_GUEST_INFO_TIMEZONE": .timezone,
        "VIR_DOMAIN_GUEST_INFO_HOSTNAME": .hostname,
        "VIR_DOMAIN_GUEST_INFO_FILESYSTEM": .filesystem,
        "VIR_DOMAIN_GUEST_INFO_DISKS": .disks,
        "VIR_DOMAIN_GUEST_INFO_INTERFACES": .interfaces,
      ]),
    Constants(
      "virDomainSetTimeFlags", DomainSetTimeFlags.self,
      ["VIR_DOMAIN_TIME_SYNC": .sync]),
    Constants(
      "virDomainSetUserPasswordFlags", DomainSetUserPasswordFlags.self,
      ["VIR_DOMAIN_PASSWORD_ENCRYPTED": .encrypted]),
    Constants(
      "virDomainAuthorizedSSHKeysSetFlags", DomainAuthorizedSSHKeysSetFlags.self,
      [
        "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND": .append,
        "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE": .remove,
      ]),
    Constants(
      "virDomainMessageType", DomainMessageType.self,
      [
        "VIR_DOMAIN_MESSAGE_DEPRECATION": .deprecation,
        "VIR_DOMAIN_MESSAGE_TAINTING": .tainting,
      ]),
    Constants(
      "virDomainDirtyRateCalcFlags", DomainDirtyRateCalcFlags.self,
      [
        "VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING": .pageSampling,
        "VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP": .dirtyBitmap,
        "VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING": .dirtyRing,
      ]),
    Constants(
      "virDomainMemoryFailureFlags", DomainMemoryFailureFlags.self,
      [
        "VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED": .actionRequired,
        "VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE": .recursive,
      ]),
  ]
}
