import Foundation
import Testing

@testable import Notebook

/// Files that are whole or absent, and damage that is noticed.
@Suite struct StoreTests {
  static let key = String(repeating: "ab", count: 32)
  static let item = Store.Item(payload: Data("[1,2.5]".utf8), sources: "0123456789abcdef", cpuSeconds: 1.25)

  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = Store(folder: folder.url.appending(path: "store"))
  }

  @Test("what is saved is loaded; what is not there is nil")
  func roundTrip() throws {
    #expect(try store.load(Self.key, task: 0) == nil)
    try store.save(Self.item, Self.key, task: 3)
    let back = try #require(try store.load(Self.key, task: 3))
    #expect(back.payload == Self.item.payload)
    #expect(back.sources == Self.item.sources && back.cpuSeconds == Self.item.cpuSeconds)
    #expect(try store.load(Self.key, task: 4) == nil)
    let empty = Store.Item(payload: Data(), sources: "", cpuSeconds: 0)
    try store.save(empty, Self.key, task: 4)
    #expect(try store.load(Self.key, task: 4)?.payload == Data())
    try store.save(empty, Self.key, task: 3)
    #expect(try store.load(Self.key, task: 3)?.payload == Data())
  }

  @Test("nothing but the result is left in the folder")
  func noLeftovers() throws {
    for _ in 0..<3 { try store.save(Self.item, Self.key, task: 0) }
    #expect(try folder.files().keys.sorted() == ["store/ab/\(Self.key)/0.json"])
  }

  @Test("every single flipped bit is noticed, in the header as in the result")
  func bitFlips() throws {
    try store.save(Self.item, Self.key, task: 0)
    let url = store.file(Self.key, task: 0)
    let good = try Data(contentsOf: url)
    for index in good.indices {
      for bit in 0..<8 {
        var bad = good
        bad[index] ^= 1 << bit
        try bad.write(to: url)
        #expect(throws: StoreError.self, "byte \(index), bit \(bit)") { try store.load(Self.key, task: 0) }
      }
    }
    try good.write(to: url)
    #expect(try store.load(Self.key, task: 0)?.payload == Self.item.payload)
  }

  @Test("every truncation, and bytes too many, are noticed and named in one line")
  func truncation() throws {
    try store.save(Self.item, Self.key, task: 0)
    let url = store.file(Self.key, task: 0)
    let good = try Data(contentsOf: url)
    for data in (0..<good.count).map({ good.prefix($0) }) + [good + Data([0x20])] {
      try data.write(to: url)
      let error = #expect(throws: StoreError.self, "\(data.count) bytes") { try store.load(Self.key, task: 0) }
      let text = error?.description ?? ""
      #expect(text.hasPrefix("\(url.path) is damaged (") && !text.contains("\n"))
    }
  }

  @Test("a file where a folder should be ends in one line with the system's reason")
  func fileInTheWay() throws {
    try folder.write("", to: "store")
    let error = #expect(throws: StoreError.self) { try store.save(Self.item, Self.key, task: 0) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("cannot write \(store.folder.path)"), "\(text)")
    #expect(text.contains("File exists") || text.contains("Not a directory"), "\(text)")
    #expect(text.hasSuffix("everything stored before is kept") && !text.contains("\n"))
  }

  @Test("a folder where the file should be is an error and leaves no temporary file")
  func folderInTheWay() throws {
    let url = store.file(Self.key, task: 0)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let error = #expect(throws: StoreError.self) { try store.save(Self.item, Self.key, task: 0) }
    #expect(error?.description.contains("Is a directory") == true, "\(error?.description ?? "")")
    #expect(try folder.files() == [:])
  }

  @Test("a folder that the system refuses is an error in one line")
  func refusedFolder() throws {
    let refused = Store(folder: URL(filePath: "/proc/kadanoff"))
    let error = #expect(throws: StoreError.self) { try refused.save(Self.item, Self.key, task: 0) }
    #expect(error?.description.hasPrefix("cannot write /proc/kadanoff") == true, "\(error?.description ?? "")")
  }

  @Test("many writers of one file leave it whole")
  func concurrentWriters() async throws {
    let items = (0..<8).map {
      Store.Item(payload: Data(repeating: UInt8($0), count: 50_000), sources: "", cpuSeconds: 0)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for item in items + items {
        group.addTask {
          try store.save(item, Self.key, task: 0)
          let found = try store.load(Self.key, task: 0)
          #expect(found.map { Set($0.payload).count } == 1)
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.files().count == 1)
  }

  @Test("an unchanged file is not written again")
  func update() throws {
    let url = folder.url.appending(path: "a/b.txt")
    #expect(try AtomicFile.update(Data("x".utf8), at: url))
    let before = try folder.identities()
    #expect(try !AtomicFile.update(Data("x".utf8), at: url))
    #expect(try folder.identities() == before)
    #expect(try AtomicFile.update(Data("y".utf8), at: url))
  }
}

/// A disk of 256 KiB, where the system lets these tests mount one.
final class SmallDisk: Sendable {
  let folder: TemporaryFolder
  static let isPermitted = (try? SmallDisk()) != nil

  init() throws {
    folder = try TemporaryFolder()
    guard mount("tmpfs", folder.url.path, "tmpfs", 0, "size=256k") == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  deinit { umount2(folder.url.path, Int32(MNT_DETACH)) }
}

@Suite(.enabled(if: SmallDisk.isPermitted, "needs the right to mount a small disk"))
struct StoreFullDiskTests {
  @Test("a full disk is one line with the system's words, and what was stored before stays readable")
  func fullDisk() throws {
    let disk = try SmallDisk()
    let store = Store(folder: disk.folder.url.appending(path: "store"))
    try store.save(StoreTests.item, StoreTests.key, task: 0)
    let large = Store.Item(payload: Data(repeating: 0x20, count: 1 << 20), sources: "", cpuSeconds: 0)
    let error = #expect(throws: StoreError.self) { try store.save(large, StoreTests.key, task: 1) }
    let text = error?.description ?? ""
    #expect(text.contains("No space left on device") && !text.contains("\n"), "\(text)")
    #expect(try store.load(StoreTests.key, task: 0)?.payload == StoreTests.item.payload)
    #expect(try store.load(StoreTests.key, task: 1) == nil)
    // The failed file takes no room.
    try store.save(StoreTests.item, StoreTests.key, task: 1)
  }

  @Test("a run on a full disk stops with that line; the tasks that were stored are not run again")
  func fullRun() async throws {
    let disk = try SmallDisk()
    let store = Store(folder: disk.folder.url.appending(path: "store"))
    let blocks = Step<[[Int]]>.array("blocks", parameters: 1, count: 12) { task, _ in
      Array(repeating: task, count: 20_000)
    }
    let plan = try PlanTests.plan([blocks.node])
    let error = await #expect(throws: StoreError.self) { try await RunnerTests.run(plan, store, jobs: 1) }
    #expect(error?.description.contains("No space left on device") == true)
    let kept = try (0..<12).filter { try store.load(plan.entries[0].folder, task: $0) != nil }
    #expect(kept.count > 2 && kept == Array(0..<kept.count))
    let filler = try #require(kept.last)
    try FileManager.default.removeItem(at: store.file(plan.entries[0].folder, task: filler))
    let few = Step<[[Int]]>.array("blocks", parameters: 1, count: filler + 1) { task, _ in [task] }
    #expect(try await RunnerTests.run(PlanTests.plan([few.node]), store).tasksRun == 1)
  }
}
