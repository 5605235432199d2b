import Configuration
import Registration

extension OCSPRules {
    init(_ reader: ConfigReader) throws {
        let standard = OCSPRules.standard
        let text = reader.string(forKey: "ocsp.hours", default: "\(standard.validityHours)")
        guard let hours = Int(text), (1...OCSPRules.validityHoursMax).contains(hours) else {
            throw SettingsProblem(
                description: "ocsp.hours is \"\(text)\", from 1 to \(OCSPRules.validityHoursMax)")
        }
        self.init(
            validityHours: hours,
            repeatsNonces: try reader.flag("ocsp.nonce", else: standard.repeatsNonces))
    }
}
