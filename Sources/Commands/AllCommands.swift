import CommandLanguage

extension CommandRegistry where Product == any Command {
  /// Every command that a dialect has, in the order of virsh's help within its group.
  public static func all(in dialect: Dialect) -> Commands {
    Commands(
      groups: CommandGroup.all,
      entries: [
        entry(AttachDisk.self),
        entry(Autostart.self),
        entry(Console.self),
        entry(Create.self),
        entry(Define.self),
        entry(Destroy.self),
        entry(DomID.self),
        entry(DomName.self),
        entry(DomUUID.self),
        entry(DumpXML.self),
        entry(ManagedSave.self),
        entry(ManagedSaveRemove.self),
        entry(Reboot.self),
        entry(Restore.self),
        entry(Resume.self),
        entry(Save.self),
        entry(SchedInfo.self),
        entry(SetMem.self),
        entry(SetVcpus.self),
        entry(Shutdown.self),
        entry(Start.self),
        entry(Suspend.self),
        entry(Undefine.self),
        entry(DomBlkError.self),
        entry(DomBlkInfo.self),
        entry(DomBlkList.self),
        entry(DomBlkStat.self),
        entry(DomControl.self),
        entry(DomIfGetLink.self),
        entry(DomIfAddr.self),
        entry(DomIfList.self),
        entry(DomIfStat.self),
        entry(DomInfo.self),
        entry(DomMemStat.self),
        entry(DomState.self),
        entry(DomStats.self),
        entry(DomTime.self),
        entry(List.self),
        entry(Event.self),
        entry(Subscribe.self),
        entry(Unsubscribe.self),
        entry(Capabilities.self),
        entry(HostLog.self),
        entry(Hostname.self),
        entry(NodeInfoCommand.self),
        entry(URICommand.self),
        entry(Version.self),
        entry(ChangeDirectory.self),
        entry(Echo.self),
        entry(Exit.self),
        entry(Help.self),
        entry(PrintDirectory.self),
        entry(Quit.self),
        entry(Connect.self),
        entry(Disconnect.self),
        entry(ConnectionCommand.self),
        entry(SelfTest.self),
        entry(Watch.self),
        entry(Complete.self),
      ], dialect: dialect,
      common: [
        OptionSpecification(
          "output", "how to answer: table, json, jsonl, csv, tsv or name", kind: .string, isPositional: false, completion: "output-form",
          isOurs: true)
      ])
  }

  private static func entry<C: Command>(_ type: C.Type) -> CommandEntry<any Command> { CommandEntry(type) { $0 } }
}
