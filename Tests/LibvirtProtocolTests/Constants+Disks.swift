import LibvirtProtocol

extension Constants {
  static let disks: [Constants] = [
    Constants(
      "virDomainBlockCommitFlags", DomainBlockCommitFlags.self,
      [
        "VIR_DOMAIN_BLOCK_COMMIT_SHALLOW": .shallow,
        "VIR_DOMAIN_BLOCK_COMMIT_DELETE": .delete,
        "VIR_DOMAIN_BLOCK_COMMIT_ACTIVE": .active,
        "VIR_DOMAIN_BLOCK_COMMIT_RELATIVE": .relative,
        "VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES": .bandwidthBytes,
      ]),
    Constants(
      "virDomainBlockCopyFlags", DomainBlockCopyFlags.self,
      [
        "VIR_DOMAIN_BLOCK_COPY_SHALLOW": .shallow,
        "VIR_DOMAIN_BLOCK_COPY_REUSE_EXT": .reuseExt,
        "VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB": .transientJob,
        "VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES": .synchronousWrites,
      ]),
    Constants(
      "virDomainBlockPullFlags", DomainBlockPullFlags.self,
      ["VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES": .bandwidthBytes]),
    Constants(
      "virDomainBlockRebaseFlags", DomainBlockRebaseFlags.self,
      [
        "VIR_DOMAIN_BLOCK_REBASE_SHALLOW": .shallow,
        "VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT": .reuseExt,
        "VIR_DOMAIN_BLOCK_REBASE_COPY_RAW": .copyRaw,
        "VIR_DOMAIN_BLOCK_REBASE_COPY": .copy,
        "VIR_DOMAIN_BLOCK_REBASE_RELATIVE": .relative,
        "VIR_DOMAIN_BLOCK_REBASE_COPY_DEV": .copyDev,
        "VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES": .bandwidthBytes,
      ]),
    Constants(
      "virDomainBlockResizeFlags", DomainBlockResizeFlags.self,
      ["VIR_DOMAIN_BLOCK_RESIZE_BYTES": .bytes]),
    Constants(
      "virDomainBlockJobInfoFlags", DomainBlockJobInfoFlags.self,
      ["VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES": .bandwidthBytes]),
    Constants(
      "virDomainBlockJobSetSpeedFlags", DomainBlockJobSetSpeedFlags.self,
      ["VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES": .bandwidthBytes]),
    Constants(
      "virDomainBlockJobAbortFlags", DomainBlockJobAbortFlags.self,
      [
        "VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC": .async,
        "VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT": .pivot,
      ]),
    Constants(
      "virDomainSnapshotCreateFlags", DomainSnapshotCreateFlags.self,
      [
        "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE": .redefine,
        "VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT": .current,
        "VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA": .noMetadata,
        "VIR_DOMAIN_SNAPSHOT_CREATE_HALT": .halt,
        "VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY": .diskOnly,
        "VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT": .reuseExt,
        "VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE": .quiesce,
        "VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC": .atomic,
        "VIR_DOMAIN_SNAPSHOT_CREATE_LIVE": .live,
        "VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE": .validate,
      ]),
    Constants(
      "virDomainSnapshotDeleteFlags", DomainSnapshotDeleteFlags.self,
      [
        "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN": .children,
        "VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY": .metadataOnly,
        "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY": .childrenOnly,
      ]),
    Constants(
      "virDomainSnapshotListFlags", DomainSnapshotListFlags.self,
      [
        "VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS": .descendants,
        "VIR_DOMAIN_SNAPSHOT_LIST_ROOTS": .roots,
        "VIR_DOMAIN_SNAPSHOT_LIST_METADATA": .metadata,
        "VIR_DOMAIN_SNAPSHOT_LIST_LEAVES": .leaves,
        "VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES": .noLeaves,
        "VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA": .noMetadata,
        "VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE": .inactive,
        "VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE": .active,
        "VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY": .diskOnly,
        "VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL": .internal,
        "VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL": .external,
        "VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL": .topological,
      ]),
    Constants(
      "virDomainSnapshotRevertFlags", DomainSnapshotRevertFlags.self,
      [
        "VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING": .running,
        "VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED": .paused,
        "VIR_DOMAIN_SNAPSHOT_REVERT_FORCE": .force,
        "VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM": .resetNvram,
      ]),
    Constants(
      "virDomainSnapshotXMLFlags", DomainSnapshotXMLFlags.self,
      ["VIR_DOMAIN_SNAPSHOT_XML_SECURE": .secure]),
    Constants(
      "virDomainCheckpointCreateFlags", DomainCheckpointCreateFlags.self,
      [
        "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE": .redefine,
        "VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE": .quiesce,
        "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE": .redefineValidate,
      ]),
    Constants(
      "virDomainCheckpointDeleteFlags", DomainCheckpointDeleteFlags.self,
      [
        "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN": .children,
        "VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY": .metadataOnly,
        "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY": .childrenOnly,
      ]),
    Constants(
      "virDomainCheckpointListFlags", DomainCheckpointListFlags.self,
      [
        "VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS": .descendants,
        "VIR_DOMAIN_CHECKPOINT_LIST_ROOTS": .roots,
        "VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL": .topological,
        "VIR_DOMAIN_CHECKPOINT_LIST_LEAVES": .leaves,
        "VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES": .noLeaves,
      ]),
    Constants(
      "virDomainCheckpointXMLFlags", DomainCheckpointXMLFlags.self,
      [
        "VIR_DOMAIN_CHECKPOINT_XML_SECURE": .secure,
        "VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN": .noDomain,
        "VIR_DOMAIN_CHECKPOINT_XML_SIZE": .size,
      ]),
    Constants(
      "virDomainBackupBeginFlags", DomainBackupBeginFlags.self,
      ["VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL": .reuseExternal]),
  ]
}
