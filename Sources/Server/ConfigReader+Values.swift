import Configuration

/// Settings that are no texts. What cannot be read is refused, not passed over.
extension ConfigReader {
    func flag(_ name: String, else usual: Bool) throws -> Bool {
        guard let text = string(forKey: ConfigKey(name)) else { return usual }
        guard let flag = Self.flags[text.lowercased()] else {
            throw SettingsProblem(description: "\(name) is \"\(text)\", neither true nor false")
        }
        return flag
    }

    func number(_ name: String, in range: ClosedRange<Int>, else usual: Int) throws -> Int {
        guard let text = string(forKey: ConfigKey(name)) else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw SettingsProblem(
                description:
                    "\(name) is \"\(text)\", from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static let flags = [
        "1": true, "on": true, "true": true, "yes": true,
        "0": false, "off": false, "false": false, "no": false,
    ]
}
