import Drivers

extension TestHost {
  /// What the test host answers. Everything else is "not supported by the connection driver".
  ///
  /// What most commands call comes first: the sections behind it are then not even wired.
  public static let handlers = HandlerTable<TestHost>(sections: [
    addConnection, addLookup, addInformation, addLifecycle, addConfiguration, addSaving, addTuning, addProcessors, addGuest,
    addStatistics, addNode,
  ])
}
