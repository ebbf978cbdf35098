import Commands
import Glibc
import LibvirtProtocol

/// The daemon wants polkit's word, and polkit does not give it: nobody asks for a password here, or its rules say no.
struct RefusedAuthentication: HintSource {
  /// The group whose members polkit lets in without asking, by the rules that distributions add.
  private static let group = "libvirt"

  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    guard failure.attempt != nil else { return false }
    return failure.code == .authUnavailable || failure.code == .authCancelled
      || failure.code == .authFailed && (failure.message.contains("polkit") || failure.message.contains("policy"))
  }

  func hint(about failure: Failure, in scene: Scene) async throws -> String? {
    guard let attempt = failure.attempt, case .path(let path)?? = try attempt.socket(in: scene.environment)?.path else { return nil }
    var parts: [String] = []
    if failure.code == .authUnavailable { parts.append("polkit has nobody to ask you for a password here" + (await agent(scene))) }
    let isForLooking = path.hasSuffix("-ro")
    let action = "org.libvirt.unix.\(isForLooking ? "monitor" : "manage")"
    parts.append("polkit decides by the action \(action), which a rule in /etc/polkit-1/rules.d can allow")
    if !isForLooking { parts += await membership(scene) }
    if !isForLooking, await scene.host.accepts("\(path)-ro") {
      parts.append("looking only may be allowed: -r, or connect --readonly")
    }
    return parts.joined(separator: "; ")
  }

  /// Who could ask: an agent for this very process, so it must live on.
  private func agent(_ scene: Scene) async -> String {
    guard let agent = await scene.host.program("pkttyagent") else { return " (pkttyagent, which could, is not installed)" }
    guard scene.context?.isInteractive == true else { return "" }
    return ": run \(agent) --process \(getpid()) in another terminal, and connect again"
  }

  /// Whether a login with the group would do.
  private func membership(_ scene: Scene) async -> [String] {
    let user = scene.environment.effectiveUserID
    guard user != 0, let group = await scene.host.group(named: Self.group) else { return [] }
    if UserAccount.groupsOfSession().contains(group) { return [] }
    if await scene.host.groups(of: user).contains(group) {
      return ["you are in the group \(Self.group), but this login is older than that: log in again"]
    }
    let rule = await scene.host.polkitRule(naming: Self.group)
    let who = rule.map { "the group \(Self.group), which \($0) lets in" } ?? "the group \(Self.group), which most systems let in"
    return ["you are not in \(who): usermod -aG \(Self.group) \(await scene.host.userName(of: user)) as root, then log in again"]
  }
}
