import LibvirtProtocol
import Presentation

extension DomainState {
  /// What the state is to a reader.
  var role: TextRole? {
    switch DomainRunState(rawValue: state) {
    case .running, .blocked: .active
    case .paused, .shutdown, .pmsuspended: .waiting
    case .crashed: .failed
    case .shutoff: .inactive
    default: nil
    }
  }
}
