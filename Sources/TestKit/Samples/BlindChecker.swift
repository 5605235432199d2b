package import DomainControl

/// Finds no proof of control anywhere.
package struct BlindChecker: ControlChecker {
    package init() {}

    package func check(_ question: ControlQuestion) async -> ControlFinding {
        .missing("nobody looks")
    }
}
