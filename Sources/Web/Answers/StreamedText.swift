import Hummingbird
import NIOCore

/// A text that is made while it is sent, part by part. Where a part cannot be made, the answer
/// breaks off: its status was sent long before.
package struct StreamedText: Sendable {
    let contentType: String
    let fileName: String
    let body: ResponseBody

    package init<Parts: AsyncSequence & Sendable>(
        contentType: String, fileName: String, _ parts: Parts
    ) where Parts.Element == String {
        self.contentType = contentType
        self.fileName = fileName
        body = ResponseBody(asyncSequence: parts.map { ByteBuffer(string: $0) })
    }
}
