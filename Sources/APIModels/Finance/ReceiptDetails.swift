/// What was paid, by whom, and how. Amounts are texts with two decimals.
public struct ReceiptDetails: Codable, Equatable, Sendable {
    public var id: String
    public var dateTime: SpacedTimestamp
    public var accountAmount: String
    public var cardAmount: String
    public var grossAmount: String
    public var taxAmount: String
    public var currency: String
    public var cardLastDigits: String?
    public var cardExpiration: String?
    public var cardType: String?
    public var billName: String?
    public var billAddress: String?
    public var billCity: String?
    public var billState: String?
    public var billZip: String?
    public var billCountry: String?
    public var billEmail: String?
    public var billingEntityID: Int?
    public var vatNumber: String?
    public var paymentMethod: String?
    public var transactionType: String?

    public init(
        id: String, dateTime: SpacedTimestamp, accountAmount: String, cardAmount: String,
        grossAmount: String, taxAmount: String, currency: String, cardLastDigits: String? = nil,
        cardExpiration: String? = nil, cardType: String? = nil, billName: String? = nil,
        billAddress: String? = nil, billCity: String? = nil, billState: String? = nil,
        billZip: String? = nil, billCountry: String? = nil, billEmail: String? = nil,
        billingEntityID: Int? = nil, vatNumber: String? = nil, paymentMethod: String? = nil,
        transactionType: String? = nil
    ) {
        self.id = id
        self.dateTime = dateTime
        self.accountAmount = accountAmount
        self.cardAmount = cardAmount
        self.grossAmount = grossAmount
        self.taxAmount = taxAmount
        self.currency = currency
        self.cardLastDigits = cardLastDigits
        self.cardExpiration = cardExpiration
        self.cardType = cardType
        self.billName = billName
        self.billAddress = billAddress
        self.billCity = billCity
        self.billState = billState
        self.billZip = billZip
        self.billCountry = billCountry
        self.billEmail = billEmail
        self.billingEntityID = billingEntityID
        self.vatNumber = vatNumber
        self.paymentMethod = paymentMethod
        self.transactionType = transactionType
    }

    enum CodingKeys: String, CodingKey {
        case id
        case dateTime = "date_time"
        case accountAmount = "acct_amount"
        case cardAmount = "cc_amount"
        case grossAmount = "gross_amount"
        case taxAmount = "tax_amount"
        case currency
        case cardLastDigits = "cc_last4"
        case cardExpiration = "cc_exp_date"
        case cardType = "cc_type"
        case billName = "bill_name"
        case billAddress = "bill_addr1"
        case billCity = "bill_city"
        case billState = "bill_state"
        case billZip = "bill_zip"
        case billCountry = "bill_country"
        case billEmail = "bill_email"
        case billingEntityID = "billing_entity_id"
        case vatNumber = "vat_number"
        case paymentMethod = "payment_method"
        case transactionType = "transaction_type"
    }
}
