import Drivers
import LibvirtProtocol

/// Parameters of which libvirt first tells how many there are. Both questions go out together.
public struct CountedAnswer: Sendable {
  /// How many there are, or why that cannot be told.
  public let count: Result<Int, any Error>
  /// The parameters, or why they cannot be told.
  public let parameters: Result<[TypedParameter], any Error>

  /// Nothing can be told.
  init(failed error: any Error) {
    count = .failure(error)
    parameters = .failure(error)
  }

  /// Waits for both. A hypervisor that wants to be asked for the exact number is asked again.
  init<let bound: Int>(
    _ count: PendingReply<CountedParameters<bound, TypedParameter>>, _ parameters: PendingReply<CountedParameters<bound, TypedParameter>>,
    again: (Int32) async throws -> CountedParameters<bound, TypedParameter>
  ) async {
    let number = await count.result.map { $0.nparams }
    var answer = await parameters.result.map { Array($0.params) }
    if case .failure(let error as LibvirtError) = answer, error.code == .invalidArg, case .success(let number) = number, number > 0 {
      do { answer = .success(Array(try await again(number).params)) } catch { answer = .failure(error) }
    }
    self.count = number.map { Int($0) }
    self.parameters = answer
  }
}
