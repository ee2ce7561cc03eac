import Foundation

/// Reads a study's parameters from a profile and, while doing so, learns what they are.
///
/// A study declares each parameter once, where it reads it: key, default, allowed range, unit and meaning. From the
/// same declarations come the values, the range checks, `describe` and the list of known keys.
///
/// ```swift
/// init(_ read: ParameterReader) throws {
///   epochs = try read.int("epochs", default: 4096, in: 1...1_000_000, unit: "Adam steps", "length of a run")
/// }
/// ```
public final class ParameterReader {
  private let source: ParameterSource
  private let prefix: String
  private let log: Log

  /// What has been declared so far, shared by all groups.
  private final class Log {
    var specs: [ParameterSpec] = []
    var values: [String: JSONValue] = [:]
  }

  public convenience init(_ source: ParameterSource) {
    self.init(source: source, prefix: "", log: Log())
  }

  private init(source: ParameterSource, prefix: String, log: Log) {
    self.source = source
    self.prefix = prefix
    self.log = log
  }

  /// Every parameter declared so far, in order of declaration.
  public var specs: [ParameterSpec] { log.specs }

  /// The parameters' values as a tree.
  public var resolved: JSONValue { JSONValue.tree(of: log.values) }

  /// Reads a group of parameters whose keys all begin with `key.`.
  public func group<Group>(_ key: String, _ read: (ParameterReader) throws -> Group) rethrows -> Group {
    try read(ParameterReader(source: source, prefix: prefix + key + ".", log: log))
  }

  public func int(
    _ key: String, default standard: Int, in range: ClosedRange<Int>, unit: String = "", _ meaning: String
  ) throws(ParameterError) -> Int {
    let allowed = "whole number from \(range.lowerBound) to \(range.upperBound)"
    return try read(key, .int(standard), allowed, unit, meaning) { value in
      guard case .int(let number) = value, range.contains(number) else { return nil }
      return number
    }
  }

  public func double(
    _ key: String, default standard: Double, in range: ClosedRange<Double>, unit: String = "", _ meaning: String
  ) throws(ParameterError) -> Double {
    let allowed = "number from \(range.lowerBound) to \(range.upperBound)"
    return try read(key, .double(standard), allowed, unit, meaning) { value in
      guard let number = value.number, range.contains(number) else { return nil }
      return number
    }
  }

  public func bool(_ key: String, default standard: Bool, _ meaning: String) throws(ParameterError) -> Bool {
    try read(key, .bool(standard), "true or false", "", meaning) { $0.bool }
  }

  /// A text; `accept` says whether it is allowed.
  public func text(
    _ key: String, default standard: String, allowed: String, _ meaning: String,
    accept: (String) -> Bool = { _ in true }
  ) throws(ParameterError) -> String {
    try read(key, .string(standard), allowed, "", meaning) { value in value.string.flatMap { accept($0) ? $0 : nil } }
  }

  /// One of the cases of a string enumeration.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default standard: Choice, _ meaning: String
  ) throws(ParameterError) -> Choice {
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: " | ")
    return try read(key, .string(standard.rawValue), allowed, "", meaning) { value in
      value.string.flatMap { Choice(rawValue: $0) }
    }
  }

  /// A list of cases of a string enumeration.
  public func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default standard: [Choice], _ meaning: String
  ) throws(ParameterError) -> [Choice] {
    let allowed = "list of " + Choice.allCases.map(\.rawValue).joined(separator: " | ")
    let given = JSONValue.array(standard.map { .string($0.rawValue) })
    return try read(key, given, allowed, "", meaning) { value in
      guard case .array(let items) = value else { return nil }
      let choices = items.compactMap { $0.string.flatMap { Choice(rawValue: $0) } }
      return choices.count == items.count ? choices : nil
    }
  }

  public func ints(
    _ key: String, default standard: [Int], each range: ClosedRange<Int>, unit: String = "", _ meaning: String
  ) throws(ParameterError) -> [Int] {
    let allowed = "list of whole numbers from \(range.lowerBound) to \(range.upperBound)"
    return try read(key, .array(standard.map { .int($0) }), allowed, unit, meaning) { value in
      guard case .array(let items) = value else { return nil }
      let numbers = items.compactMap { item in
        if case .int(let number) = item, range.contains(number) { number } else { Int?.none }
      }
      return numbers.count == items.count ? numbers : nil
    }
  }

  public func doubles(
    _ key: String, default standard: [Double], each range: ClosedRange<Double>, unit: String = "",
    _ meaning: String
  ) throws(ParameterError) -> [Double] {
    let allowed = "list of numbers from \(range.lowerBound) to \(range.upperBound)"
    return try read(key, .array(standard.map { .double($0) }), allowed, unit, meaning) { value in
      guard case .array(let items) = value else { return nil }
      let numbers = items.compactMap(\.number).filter(range.contains)
      return numbers.count == items.count ? numbers : nil
    }
  }

  /// The error of a value that is in its range but does not fit the others: "place: key reason".
  public func invalid(_ key: String, _ reason: String) -> ParameterError {
    let path = prefix + key
    return ParameterError("\(source.place(of: path)): \(path) \(reason)")
  }

  /// - Throws: `ParameterError` naming the first given key that no parameter has, with the nearest one.
  public func checkForUnknownKeys() throws(ParameterError) {
    let known = Set(log.specs.map(\.key))
    for (path, _) in source.tree.leaves where !known.contains(path) {
      let place = source.place(of: path)
      if log.specs.contains(where: { $0.key.hasPrefix(path + ".") }) {
        throw ParameterError("\(place): '\(path)' is a group of parameters, not a parameter")
      }
      let nearest = NearestName.suggestion(for: path, among: log.specs.map(\.key))
      throw ParameterError("\(place): unknown parameter '\(path)'\(nearest)")
    }
  }

  private func read<Value>(
    _ key: String, _ standard: JSONValue, _ allowed: String, _ unit: String, _ meaning: String,
    _ accept: (JSONValue) -> Value?
  ) throws(ParameterError) -> Value {
    let path = prefix + key
    log.specs.append(
      ParameterSpec(key: path, standard: standard, allowed: allowed, unit: unit, meaning: meaning))
    let given = source.tree[path: path] ?? standard
    guard let value = accept(given) else {
      let text = (try? CanonicalJSON.encode(given)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
      throw ParameterError("\(source.place(of: path)): \(path) is \(text); allowed: \(allowed)")
    }
    log.values[path] = normalised(given, like: standard)
    return value
  }

  /// `1` given for a number with a fraction means 1.0, so that it makes the same key.
  private func normalised(_ given: JSONValue, like standard: JSONValue) -> JSONValue {
    switch (given, standard) {
    case (.int(let number), .double): return .double(Double(number))
    case (.array(let items), .array(let like)):
      guard let first = like.first else { return given }
      return .array(items.map { normalised($0, like: first) })
    default: return given
    }
  }
}
