/// How a mailed certificate reaches its reader.
public enum CollectFormat: String, CaseIterable, Sendable {
    case attachment
    case plaintext
    case downloadLink = "downloadlink"
}
