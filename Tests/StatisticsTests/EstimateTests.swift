import Statistics
import Testing

@Suite struct EstimateTests {
  @Test(arguments: [
    (0.314981, 0.00072, "0.31498(72)"),
    (-1.41868, 0.0012, "-1.4187(12)"),
    (0.3149, 0.0996, "0.31(10)"),  // 0.0996 rounds up to 0.10: one digit less is shown
    (0.3149, 0.0994, "0.315(99)"),
    (5.3149, 0.996, "5.3(1.0)"),
    (12.34, 1.44, "12.3(1.4)"),
    (12.34, 9.96, "12(10)"),
    (1234.4, 12.3, "1234(12)"),
    (1234.5, 99.6, "1230(100)"),
    (123456, 1234, "123500(1200)"),
    (1.25, 0.5, "1.25(50)"),
    (2e-5, 3.4e-7, "0.00002000(34)"),
  ]) func errorIsShownInUnitsOfTheLastTwoDigits(value: Double, error: Double, text: String) {
    #expect(Estimate(value, error).description == text)
  }

  @Test func exactAndBrokenNumbersAreSpeltOut() {
    #expect(Estimate(0.25).description == "0.25")
    #expect(Estimate(1.0 / 3).description == "0.3333333333")
    #expect(Estimate(.nan, 0.1).description == "nan ± 0.1")
    #expect(Estimate(1, .nan).description == "1.0 ± nan")
    #expect(Estimate(1, .infinity).description == "1.0 ± inf")
    #expect(Estimate(1, -0.1).description == "1.0 ± -0.1")
  }
}
