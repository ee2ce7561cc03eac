extension BondPlanes {
  /// The couplings of the sample in one lane, 0..<512.
  public func couplings(ofLane lane: Int) -> CubicCouplings {
    precondition(0..<SpinPlanes.lanes ~= lane, "lane \(lane) does not exist; lanes 0...511 do")
    return CubicCouplings(side: side) { site, direction in
      words[3 * site + direction][lane >> 6] >> UInt64(lane & 63) & 1 == 1
    }
  }
}
