extension String {
  /// The items of a comma-separated text; two commas in a row are a comma of the item. An empty text has no items.
  public var commaSeparatedItems: [String] {
    if isEmpty { return [] }
    var items: [String] = []
    var item: [UInt8] = []
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: ",") {
        item.append(bytes[index])
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ",") {
        item.append(UInt8(ascii: ","))
        index += 1
      } else {
        items.append(String(decoding: item, as: UTF8.self))
        item = []
      }
      index += 1
    }
    items.append(String(decoding: item, as: UTF8.self))
    return items
  }
}
