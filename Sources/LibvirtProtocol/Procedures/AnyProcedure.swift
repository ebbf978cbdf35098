/// What can be said of a procedure without its types: for tracing, for checks over the whole table.
public protocol AnyProcedure: Sendable {
  /// Which program the number belongs to.
  var program: Program { get }
  /// The number within the program.
  var number: Int32 { get }
  /// The public function of libvirt that it carries out.
  var name: String { get }
  /// Whether it may change anything.
  var effect: Effect { get }
  /// Which workers of the server may take it.
  var priority: Priority { get }
  /// The stream that it opens, if any.
  var stream: StreamDirection { get }
  /// The types of the arguments, in order.
  var argumentTypes: [Any.Type] { get }
  /// The type of the reply.
  var replyType: Any.Type { get }
}

extension Procedure: AnyProcedure {
  /// The types of the arguments, in order.
  public var argumentTypes: [Any.Type] {
    var types: [Any.Type] = []
    repeat types.append((each Argument).self)
    return types
  }

  /// The type of the reply.
  public var replyType: Any.Type { Reply.self }
}
