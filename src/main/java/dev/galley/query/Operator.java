package dev.galley.query;

/** How a filter compares; the suffix stands behind the filter's name in the query string. */
public enum Operator {
    /** Any of the values. */
    ANY(""),
    /** Every one of the values. */
    ALL("[all]"),
    /** None of the values. */
    NOT("[not]"),
    GT("[gt]"),
    GTE("[gte]"),
    LT("[lt]"),
    LTE("[lte]");

    private final String suffix;

    Operator(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }
}
