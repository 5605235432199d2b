extension EndpointCatalog {
    static let orderSettings: [Signature] = [
        Endpoint.addNote.signature,
        Endpoint.listNotes.signature,
        Endpoint.answerCustomField.signature,
        Endpoint.replaceAdditionalEmails.signature,
        Endpoint.changeOrderContacts.signature,
        Endpoint.switchRenewalNotices.signature,
        Endpoint.setRenewalMessage.signature,
        Endpoint.setAutoReissue.signature,
        Endpoint.setGuestAccess.signature,
        Endpoint.setTransparency.signature,
    ]
}

extension Endpoint where Body == AddNote, Answer == NoteDetails {
    public static var addNote: Self {
        Self(.post, "/order/certificate/{order_id}/note", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == NoteList {
    public static var listNotes: Self { Self(.get, "/order/certificate/{order_id}/note") }
}

extension Endpoint where Body == CustomFieldValue, Answer == NoAnswer {
    public static var answerCustomField: Self {
        Self(.post, "/order/certificate/{order_id}/custom-field", success: 204)
    }
}

extension Endpoint where Body == ReplaceAdditionalEmails, Answer == NoAnswer {
    public static var replaceAdditionalEmails: Self {
        Self(.put, "/order/certificate/{order_id}/additional-emails", success: 204)
    }
}

extension Endpoint where Body == ChangeOrderContacts, Answer == NoAnswer {
    public static var changeOrderContacts: Self {
        Self(.put, "/order/certificate/{order_id}/contact", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    /// On or off, as the last segment says.
    public static var switchRenewalNotices: Self {
        Self(.put, "/order/certificate/{order_id}/renewal-emails/{status}", success: 204)
    }
}

extension Endpoint where Body == SetRenewalMessage, Answer == NoAnswer {
    public static var setRenewalMessage: Self {
        Self(.put, "/order/certificate/{order_id}/custom-renewal-message", success: 204)
    }
}

extension Endpoint where Body == SetAutoReissue, Answer == NoAnswer {
    public static var setAutoReissue: Self {
        Self(.put, "/order/certificate/{order_id}/auto-reissue", success: 204)
    }
}

extension Endpoint where Body == SetGuestAccess, Answer == NoAnswer {
    public static var setGuestAccess: Self {
        Self(.put, "/order/certificate/{order_id}/guest-access", success: 204)
    }
}

extension Endpoint where Body == SetTransparency, Answer == NoAnswer {
    public static var setTransparency: Self {
        Self(.put, "/order/certificate/{order_id}/ct-status", success: 204)
    }
}
