import Foundation

/// A member that stands twice in one object of a JSON text.
///
/// RFC 8259 section 4 leaves open which of the two counts, and programs differ: whoever wrote it
/// meant one of them, and cannot know that the other was read.
struct RepeatedMember {
    let name: String

    /// The first in a text that is JSON; whatever else it is, there is none.
    init?(in text: UnsafeRawBufferPointer) {
        /// The names so far of each object that is open; nothing for an array.
        var open: [Set<[UInt8]>?] = []
        var awaitsName = false
        var start: Int?
        var index = text.startIndex
        while index < text.endIndex {
            switch (start, text[index]) {
            case (.some, UInt8(ascii: "\\")): index += 1
            case (.some(let begin), UInt8(ascii: "\"")):
                start = nil
                guard awaitsName, let object = open.indices.last else { break }
                awaitsName = false
                let name = Self.unescaped(text[begin..<index])
                if open[object]?.insert(name).inserted == false {
                    self.name = String(decoding: name, as: UTF8.self)
                    return
                }
            case (.some, _): break
            case (nil, UInt8(ascii: "\"")): start = index + 1
            case (nil, UInt8(ascii: "{")):
                open.append([])
                awaitsName = true
            case (nil, UInt8(ascii: "[")):
                open.append(nil)
                awaitsName = false
            case (nil, UInt8(ascii: "}")), (nil, UInt8(ascii: "]")):
                _ = open.popLast()
                awaitsName = false
            case (nil, UInt8(ascii: ",")):
                if case .some(.some) = open.last { awaitsName = true }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Names are the same however they are written.
    private static func unescaped(_ name: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        guard name.contains(UInt8(ascii: "\\")) else { return Array(name) }
        let quoted = Array("\"".utf8) + name + Array("\"".utf8)
        // What cannot be read is no name of ours; it was passed over.
        let read = try? JSONDecoder().decode(String.self, from: Data(quoted))
        return read.map { Array($0.utf8) } ?? Array(name)
    }
}
