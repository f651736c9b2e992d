package org.salesetl.sample;

/**
 * The cities of the sample customers. They are real cities, not cities that Datafaker invents, so that a reader sees at once whether
 * the numbers of customers make sense.
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

    /** The name of the city in the file. */
    String label() {
        return label;
    }

    /** The number of inhabitants in hundreds of thousands. Big cities have more customers. */
    int inhabitants() {
        return inhabitants;
    }
}
