/// Where a request stands; `submitted` is the first half of an approval in two steps.
public enum RequestStatus: String, CaseIterable, Sendable {
    case submitted
    case pending
    case approved
    case rejected
}
