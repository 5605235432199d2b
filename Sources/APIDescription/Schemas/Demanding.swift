import APIModels

/// A body that is refused without some of its members, whatever the rest says.
///
/// The types of bodies let everything be left out, so that a refusal can say what is missing. A
/// test sends an empty body to each operation and compares the refusal with this list.
protocol Demanding {
    static var demands: [String] { get }
}
