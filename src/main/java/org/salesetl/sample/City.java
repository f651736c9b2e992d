package org.salesetl.sample;

/**
 * Where the sample customers live. Datafaker invents its cities; these are real, so that a reader sees at once whether
 * the shares make sense.
 */
enum City {
    NEW_YORK("New York", 84),
    LOS_ANGELES("Los Angeles", 39),
    CHICAGO("Chicago", 27),
    HOUSTON("Houston", 23),
    PHOENIX("Phoenix", 16),
    PHILADELPHIA("Philadelphia", 16),
    SAN_ANTONIO("San Antonio", 15),
    SAN_DIEGO("San Diego", 14),
    DALLAS("Dallas", 13),
    AUSTIN("Austin", 10),
    JACKSONVILLE("Jacksonville", 9),
    COLUMBUS("Columbus", 9),
    CHARLOTTE("Charlotte", 9),
    SAN_FRANCISCO("San Francisco", 9),
    SEATTLE("Seattle", 8),
    DENVER("Denver", 7),
    WASHINGTON("Washington", 7),
    NASHVILLE("Nashville", 7),
    BOSTON("Boston", 7),
    PORTLAND("Portland", 6),
    MIAMI("Miami", 5),
    MINNEAPOLIS("Minneapolis", 4);

    private final String label;
    private final int inhabitants;

    City(String label, int inhabitants) {
        this.label = label;
        this.inhabitants = inhabitants;
    }

    /** As the file spells it. */
    String label() {
        return label;
    }

    /** In hundred thousands: big cities have more customers. */
    int inhabitants() {
        return inhabitants;
    }
}
