package org.salesetl.sample;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/** Says how many orders the sample shop gets on a day, and how well each category sells in a month. */
final class Season {

    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);

    private Season() {}

    /**
     * The number of orders on a day, compared with an ordinary day.
     *
     * @param opened the first day of the data; the business grows by a fifth in a year
     */
    static double orders(LocalDate day, LocalDate opened) {
        double growth = 1 + 0.2 * ChronoUnit.DAYS.between(opened, day) / 365;
        return growth * ofMonth(day) * ofWeekday(day);
    }

    private static double ofMonth(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> 0.85;
            case FEBRUARY -> 0.88;
            case MARCH -> 0.97;
            case APRIL -> 1.0;
            case MAY -> 1.03;
            case JUNE -> 0.92;
            case JULY -> 0.76;
            case AUGUST -> 0.8;
            case SEPTEMBER -> 0.98;
            case OCTOBER -> 1.06;
            case NOVEMBER -> isSalesWeek(day) ? 1.9 : 1.3;
            // after the 20th, a parcel would come too late for Christmas
            case DECEMBER ->
                day.getDayOfMonth() <= 20 ? 1.9 : MonthDay.from(day).equals(CHRISTMAS) ? 0.2 : 0.9;
        };
    }

    private static double ofWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> 1.05;
            case TUESDAY -> 0.92;
            case WEDNESDAY -> 0.95;
            case THURSDAY -> 1.0;
            case FRIDAY -> 1.18;
            case SATURDAY -> 1.34;
            case SUNDAY -> 0.78;
        };
    }

    /** The share of sales with a discount. */
    static double discounted(LocalDate day) {
        boolean sale = isSalesWeek(day) || day.getMonthValue() == 7 || day.getMonthValue() == 1;
        return sale ? 0.35 : 0.08;
    }

    private static boolean isSalesWeek(LocalDate day) {
        return day.getMonthValue() == 11 && day.getDayOfMonth() >= 22;
    }

    /** How well a category sells in a month, from 1 to 12, compared with an ordinary month. */
    static double demand(Category category, int month) {
        boolean beforeChristmas = month >= 11;
        boolean summer = month >= 5 && month <= 8;
        return switch (category) {
            case ELECTRONICS -> beforeChristmas ? 1.3 : 1.0;
            case CLOTHING -> summer ? 1.1 : 1.3;
            case BOOKS -> summer ? 1.1 : 0.8;
            case HOME_AND_KITCHEN -> 1.0;
            case TOYS -> beforeChristmas ? 1.7 : 0.7;
            case SPORTS -> summer ? 1.2 : month == 1 ? 1.3 : 0.7;
        };
    }
}
