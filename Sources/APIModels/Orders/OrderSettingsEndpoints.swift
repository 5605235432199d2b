extension EndpointCatalog {
    static let orderSettings: [Operation] = [
        Endpoint.addNote.operation,
        Endpoint.listNotes.operation,
        Endpoint.answerCustomField.operation,
        Endpoint.replaceAdditionalEmails.operation,
        Endpoint.changeOrderContacts.operation,
        Endpoint.switchRenewalNotices.operation,
        Endpoint.setRenewalMessage.operation,
        Endpoint.deleteRenewalMessage.operation,
        Endpoint.setAutoReissue.operation,
        Endpoint.setGuestAccess.operation,
        Endpoint.setTransparency.operation,
    ]
}

extension Endpoint where Body == AddNote, Answer == NoteDetails {
    public static var addNote: Self {
        Self(.post, "/order/certificate/{order_id}/note", "Add a note to an order", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == NoteList {
    public static var listNotes: Self {
        Self(.get, "/order/certificate/{order_id}/note", "List the notes of an order")
    }
}

extension Endpoint where Body == CustomFieldValue, Answer == NoAnswer {
    public static var answerCustomField: Self {
        Self(
            .post, "/order/certificate/{order_id}/custom-field",
            "Answer a custom field of an order", success: 204)
    }
}

extension Endpoint where Body == ReplaceAdditionalEmails, Answer == NoAnswer {
    public static var replaceAdditionalEmails: Self {
        Self(
            .put, "/order/certificate/{order_id}/additional-emails",
            "Replace the further e-mail addresses of an order", success: 204)
    }
}

extension Endpoint where Body == ChangeOrderContacts, Answer == NoAnswer {
    public static var changeOrderContacts: Self {
        Self(
            .put, "/order/certificate/{order_id}/contact", "Change the contacts of an order",
            success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    /// On or off, as the last segment says.
    public static var switchRenewalNotices: Self {
        Self(
            .put, "/order/certificate/{order_id}/renewal-emails/{status}",
            "Switch the renewal notices of an order", success: 204)
    }

    public static var deleteRenewalMessage: Self {
        Self(
            .delete, "/order/certificate/{order_id}/custom-renewal-message",
            "Take the renewal message of an order away", success: 204)
    }
}

extension Endpoint where Body == SetRenewalMessage, Answer == NoAnswer {
    public static var setRenewalMessage: Self {
        Self(
            .put, "/order/certificate/{order_id}/custom-renewal-message",
            "Set the message in renewal notices of an order", success: 204)
    }
}

extension Endpoint where Body == SetAutoReissue, Answer == NoAnswer {
    public static var setAutoReissue: Self {
        Self(
            .put, "/order/certificate/{order_id}/auto-reissue",
            "Set whether an order is reissued by itself", success: 204)
    }
}

extension Endpoint where Body == SetGuestAccess, Answer == NoAnswer {
    public static var setGuestAccess: Self {
        Self(
            .put, "/order/certificate/{order_id}/guest-access",
            "Set whether guests may see an order", success: 204)
    }
}

extension Endpoint where Body == SetTransparency, Answer == NoAnswer {
    public static var setTransparency: Self {
        Self(
            .put, "/order/certificate/{order_id}/ct-status",
            "Set whether an order's certificates are kept out of CT logs", success: 204)
    }
}
