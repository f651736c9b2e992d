package org.salesetl.event;

/** A partition of a topic. */
record EventPartition(String topic, int number) {

    @Override
    public String toString() {
        return topic + ", partition " + number;
    }
}
