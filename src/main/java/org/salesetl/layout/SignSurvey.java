package org.salesetl.layout;

/** Whether a column of numbers may have a negative one. */
final class SignSurvey implements PlaceSurvey {

    /** The first byte of a true minus in UTF-8. */
    private static final byte FIRST_OF_TRUE_MINUS = (byte) 0xE2;

    private boolean found;

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        for (int at = from; !found && at < to; at++) {
            found = bytes[at] == '-' || bytes[at] == '(' || bytes[at] == FIRST_OF_TRUE_MINUS;
        }
    }

    /** Whether a cell has a sign of a negative number. */
    boolean hasFound() {
        return found;
    }
}
