import Glibc

/// The history that all sessions of a user share: plain text, readable by its owner alone.
///
/// Each entry is appended when it is entered, under a lock, and what other sessions appended meanwhile is handed out. Now and
/// then the file is written anew without what is too old or there twice. Whatever goes wrong with it, nothing is said and
/// the session goes on: a history is not worth an error.
struct HistoryFile {
  /// What others did to the file since we looked last.
  struct News: Equatable {
    /// Whether `entries` are all there are, not those that were added.
    var isWhole = false
    var entries: [String] = []
  }

  let path: String
  /// How many entries are kept.
  let limit: Int

  /// How much of a file is read, from its end.
  private static let longest = 16 << 20
  private var seen: FileState?
  private var count = 0

  private struct FileState: Equatable {
    var device: dev_t
    var number: ino_t
    var size: Int
  }

  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// The entries of all sessions so far, oldest first.
  mutating func load() -> [String] {
    guard let file = RegularFile(path, O_RDONLY) else { return [] }
    let entries = HistoryFormat.entries(in: file.read(last: Self.longest))
    remember(file, entries.count)
    return HistoryFormat.unique(entries, limit: limit)
  }

  /// Adds an entry, and gives what others did before.
  mutating func append(_ entry: String) -> News {
    guard makeFolder(), let file = lockedFile() else { return News() }
    fchmod(file.descriptor, 0o600)
    let news = news(from: file)
    if !news.isWhole { count += news.entries.count } else { count = news.entries.count }
    var text = HistoryFormat.encoded(entry)
    // What was cut off before must not run into ours.
    if let last = file.read(last: 1).last, last != UInt8(ascii: "\n") { text = "\n" + text }
    guard file.append(Array(text.utf8)) else { return news }
    remember(file, count + 1)
    if count > 2 * limit + 100 || file.size > Self.longest { rewrite(file) }
    return news
  }

  private mutating func remember(_ file: RegularFile, _ count: Int) {
    let status = file.status
    seen = FileState(device: status.st_dev, number: status.st_ino, size: file.size)
    self.count = count
  }

  private func news(from file: RegularFile) -> News {
    let status = file.status
    let size = Int(status.st_size)
    if let seen, seen.device == status.st_dev, seen.number == status.st_ino, seen.size <= size {
      let added = size - seen.size
      return added == 0 ? News() : News(entries: HistoryFormat.entries(in: file.read(last: min(added, Self.longest))))
    }
    // Nothing was known of the file: it is new, or was written anew by another session.
    return News(isWhole: true, entries: HistoryFormat.entries(in: file.read(last: Self.longest)))
  }

  /// Writes the file anew, in one step for those who read it.
  private mutating func rewrite(_ file: RegularFile) {
    let entries = HistoryFormat.unique(HistoryFormat.entries(in: file.read(last: Self.longest)), limit: limit)
    guard let target = realpath(path, nil) else { return }
    defer { free(target) }
    let temporary = String(cString: target) + ".\(getpid())"
    guard let new = RegularFile(temporary, O_WRONLY | O_CREAT | O_EXCL) else { return }
    if new.append(entries.flatMap { HistoryFormat.encoded($0).utf8 }), rename(temporary, target) == 0 {
      remember(new, entries.count)
    } else {
      unlink(temporary)
    }
  }

  /// The file, locked against other sessions until it is let go; nil if a lock cannot be had soon.
  private func lockedFile() -> RegularFile? {
    for _ in 0..<50 {
      guard let file = RegularFile(path, O_RDWR | O_APPEND | O_CREAT) else { return nil }
      if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 {
        var current = stat()
        let status = file.status
        // It may have been replaced before the lock was had.
        if stat(path, &current) == 0, current.st_ino == status.st_ino, current.st_dev == status.st_dev { return file }
      } else {
        usleep(2000)
      }
    }
    return nil
  }

  /// Makes the folders that are missing, for nobody else's eyes.
  private func makeFolder() -> Bool {
    let parts = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for part in parts {
      folder += "/\(part)"
      if mkdir(folder, 0o700) != 0, errno != EEXIST { return access(folder, X_OK) == 0 }
    }
    return true
  }
}
