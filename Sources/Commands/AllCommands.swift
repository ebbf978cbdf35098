import CommandLanguage

extension CommandRegistry where Product == any Command {
  /// Every command that a dialect has, in the order of virsh's help within its group.
  public static func all(in dialect: Dialect) -> Commands {
    Commands(
      groups: CommandGroup.all,
      entries: [
        entry(AttachDevice.self),
        entry(AttachDisk.self),
        entry(AttachInterface.self),
        entry(Autostart.self),
        entry(Create.self),
        entry(Define.self),
        entry(Desc.self),
        entry(Destroy.self),
        entry(DetachDevice.self),
        entry(DetachDisk.self),
        entry(DetachInterface.self),
        entry(DomDisplay.self),
        entry(DomID.self),
        entry(DomName.self),
        entry(DomRename.self),
        entry(DomUUID.self),
        entry(DumpXML.self),
        entry(Edit.self),
        entry(SendKey.self),
        entry(Metadata.self),
        entry(Reboot.self),
        entry(Reset.self),
        entry(Resume.self),
        entry(SchedInfo.self),
        entry(SetMem.self),
        entry(SetVcpus.self),
        entry(Shutdown.self),
        entry(Start.self),
        entry(Suspend.self),
        entry(TTYConsole.self),
        entry(Undefine.self),
        entry(UpdateDevice.self),
        entry(VNCDisplay.self),
        entry(DomBlkList.self),
        entry(DomInfo.self),
        entry(DomState.self),
        entry(DomStats.self),
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
