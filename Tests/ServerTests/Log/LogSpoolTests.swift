import Foundation
import Logging
import TestKit
import Testing

@testable import Server

/// Lines on their way to the log.
@Suite struct LogSpoolTests {
    @Test("lines come whole, each thread's in its order, and none is lost")
    func order() async throws {
        let log = try LogFile()
        let spool = LogSpool(file: log.descriptor)
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for number in 0..<2_000 {
                        spool.add(Array("\(thread) \(number)\n".utf8), isUrgent: number % 500 == 0)
                    }
                }
            }
        }
        spool.flush()
        let lines = try log.text().split(separator: "\n")
        #expect(lines.count == 8_000)
        for thread in 0..<4 {
            let numbers = lines.filter { $0.hasPrefix("\(thread) ") }
                .compactMap { Int($0.dropFirst(2)) }
            #expect(numbers == Array(0..<2_000))
        }
    }

    @Test("a warning is there when the call returns, after what came before it")
    func warnings() throws {
        let log = try LogFile()
        let spool = LogSpool(file: log.descriptor)
        let logger = Logger(label: "test") { _ in LogLines(level: .info, spool: spool) }
        logger.info("first")
        logger.warning("second")
        #expect(
            try log.text().split(separator: "\n").map { $0.contains("first") ? 1 : 2 } == [1, 2])
    }

    @Test("a line that nothing follows is not left behind")
    func last() throws {
        let pipe = Pipe()
        let spool = LogSpool(file: pipe.fileHandleForWriting.fileDescriptor)
        spool.add(Array("alone\n".utf8), isUrgent: false)
        #expect(pipe.fileHandleForReading.availableData == Foundation.Data("alone\n".utf8))
    }
}

/// A file in place of standard error. No pipe: whatever other tests start would keep its end open.
private struct LogFile {
    private let scratch: ScratchFolder
    private let handle: FileHandle

    init() throws {
        scratch = try ScratchFolder()
        handle = try FileHandle(
            forUpdating: URL(filePath: try scratch.write("log", "")))
    }

    var descriptor: Int32 { handle.fileDescriptor }

    func text() throws -> String {
        try handle.seek(toOffset: 0)
        return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
}
