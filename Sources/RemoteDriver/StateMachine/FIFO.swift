/// A first-in first-out queue whose removals cost constant time and free what was removed.
struct FIFO<Element: Sendable>: Sendable {
  private var elements: [Element?] = []
  private var head = 0

  var count: Int { elements.count - head }
  var isEmpty: Bool { count == 0 }

  var first: Element? { isEmpty ? nil : elements[head] }

  /// The newest element, to be changed in place; nil when empty.
  var last: Element? {
    get { isEmpty ? nil : elements[elements.count - 1] }
    _modify {
      if isEmpty {
        var nothing: Element?
        yield &nothing
      } else {
        yield &elements[elements.count - 1]
      }
    }
  }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head]
    elements[head] = nil
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: elements.capacity <= 256)
      head = 0
    } else if head > 256, head > elements.count - head {
      elements.removeSubrange(..<head)
      head = 0
    }
    return element
  }

  mutating func removeAll() {
    elements = []
    head = 0
  }

  mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    elements = elements[head...].filter { $0.map { !isUnwanted($0) } ?? false }
    head = 0
  }
}
