import Drivers

extension TestHost {
  /// What the test host answers. Everything else is "not supported by the connection driver".
  public static let handlers: HandlerTable<TestHost> = {
    var table = HandlerTable<TestHost>()
    addConnection(to: &table)
    addLookup(to: &table)
    addLifecycle(to: &table)
    addConfiguration(to: &table)
    addInformation(to: &table)
    addSaving(to: &table)
    addTuning(to: &table)
    addProcessors(to: &table)
    addGuest(to: &table)
    addStatistics(to: &table)
    addNode(to: &table)
    return table
  }()
}
