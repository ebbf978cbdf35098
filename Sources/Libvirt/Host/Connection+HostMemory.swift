import Drivers
import LibvirtProtocol
import XDR

extension Connection {
  /// Free memory of the host, in bytes.
  public func freeMemory() async throws -> UInt64 { try await call(Remote.nodeGetFreeMemory) }

  /// Free memory of one NUMA cell, in bytes.
  public func freeMemory(ofCell cell: Int32) async throws -> UInt64 {
    guard cell >= 0 else {
      throw LibvirtError(
        code: .invalidArg, domain: .none, message: "startCell in virNodeGetCellsFreeMemory must be zero or greater")
    }
    return try await freeMemory(ofCells: [cell])[0].get()
  }

  /// Free memory of some NUMA cells, in bytes, each asked for by itself but all together.
  public func freeMemory(ofCells cells: [Int32]) async -> [Result<UInt64, any Error>] {
    let replies = cells.map { send(Remote.nodeGetCellsFreeMemory, $0, 1) }
    var answers: [Result<UInt64, any Error>] = []
    for reply in replies {
      answers.append(
        await reply.result.flatMap { cells in
          cells.first.map { .success($0) } ?? .failure(LibvirtError.internalError("no free memory was told of the cell"))
        })
    }
    return answers
  }

  /// How many memory figures there are of the host, or of one NUMA cell; -1 is the host.
  public func memoryStatisticsCount(_ cell: Int32) async throws -> Int32 {
    guard cell >= -1 else {
      throw LibvirtError(code: .invalidArg, domain: .none, message: "cellNum in virNodeGetMemoryStats only accepts -1 as a negative value")
    }
    return try await call(Remote.nodeGetMemoryStats, 0, cell, 0).nparams
  }

  /// Memory figures of the host, or of one NUMA cell, in KiB. Some hypervisors insist on their exact number.
  public func memoryStatistics(_ cell: Int32, count: Int32) async throws -> [NodeMemoryStat] {
    Array(try await call(Remote.nodeGetMemoryStats, count, cell, 0).params)
  }

  /// How the host shares memory pages.
  public func memoryParameters() async -> CountedAnswer {
    let count = send(Remote.nodeGetMemoryParameters, 0, 0)
    let parameters = send(Remote.nodeGetMemoryParameters, 64, 0)
    return await CountedAnswer(count, parameters) { try await self.call(Remote.nodeGetMemoryParameters, $0, 0) }
  }

  /// Changes how the host shares memory pages.
  public func setMemoryParameters(_ parameters: [TypedParameter]) async throws {
    try await call(Remote.nodeSetMemoryParameters, Bounded(parameters), 0)
  }

  /// Free pages of the given sizes (KiB) in some NUMA cells, each asked for by itself but all together.
  public func freePages(ofSizes sizes: [UInt32], inCells cells: [Int32]) async -> [Result<[UInt64], any Error>] {
    let replies = cells.map { send(Remote.nodeGetFreePages, Bounded(sizes), $0, 1, 0) }
    var answers: [Result<[UInt64], any Error>] = []
    for reply in replies { answers.append(await reply.result.map { Array($0) }) }
    return answers
  }

  /// Allocates huge pages of a size (KiB) in a NUMA cell, or in all for -1.
  public func allocatePages(ofSize size: UInt32, count: UInt64, inCell cell: Int32, _ flags: NodeAllocPagesFlags) async throws {
    _ = try await call(Remote.nodeAllocPages, [size], [count], cell, 1, flags.rawValue)
  }

  /// Suspends the host, in seconds from now on woken again.
  public func suspendHost(to target: NodeSuspendTarget, seconds: UInt64) async throws {
    try await call(Remote.nodeSuspendForDuration, UInt32(target.rawValue), seconds, 0)
  }

  /// What the firmware says of the host, as XML.
  public func systemInformation() async throws -> String { try await call(Remote.connectGetSysinfo, 0) }
}
