package org.salesetl.personal;

import jakarta.servlet.ServletContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.layout.PersonalCells;
import org.salesetl.vocabulary.Role;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Decides who may see personal data, and takes e-mail addresses out of texts. With {@code sales-etl.mask-personal-data}, nobody below an
 * operator sees an e-mail address anywhere, nor what a record as it was dropped says of a person. Names of customers in charts and lists
 * stay: they are what these show.
 */
@Component
public class PersonalData implements ServletContextInitializer {

    /** The attribute of the servlet context that says whether personal data is masked. */
    static final String MASKED = PersonalData.class.getName() + ".masked";

    /** The sign in an address: as it is, in a URL, and in HTML. */
    private static final Pattern SIGN = Pattern.compile("@|%40|&#64;");

    /** How HTML writes an apostrophe, which may stand in an address. */
    private static final String APOSTROPHE = "&#39;";

    private static final String NOT_IN_ADDRESSES = "\"<>(),;:=/?&\\[]{}|@%";

    private final boolean masked;

    PersonalData(SalesEtlProperties properties) {
        this.masked = properties.maskPersonalData();
    }

    @Override
    public void onStartup(ServletContext context) {
        context.setAttribute(MASKED, masked);
    }

    /**
     * Whether personal data is hidden from a user.
     *
     * @param role what the user may do; null if nobody has signed in
     */
    public static boolean isHiddenFrom(@Nullable Role role, ServletContext context) {
        return Boolean.TRUE.equals(context.getAttribute(MASKED)) && (role == null || !role.includes(Role.OPERATOR));
    }

    /** The text with a mask in place of each e-mail address, also of one in a URL or in HTML. */
    public static String withoutAddresses(String text) {
        return withoutAddresses(text, null);
    }

    /**
     * The same, where one address stays.
     *
     * @param stays the name of the reader, who may have an address as a name; null if the reader has none
     */
    public static String withoutAddresses(String text, @Nullable String stays) {
        Matcher sign = SIGN.matcher(text);
        StringBuilder masked = new StringBuilder();
        int done = 0;
        while (sign.find()) {
            int start = startOfAddress(text, sign.start(), done);
            int end = endOfAddress(text, sign.end());
            if (start < sign.start()
                    && end > sign.end()
                    && !text.substring(start, end).equals(stays)) {
                masked.append(text, done, start).append(PersonalCells.MASK);
                done = end;
            }
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    private static int startOfAddress(String text, int sign, int least) {
        int start = sign;
        while (start > least) {
            if (isPercent(text, start - 3)) {
                start -= 3;
            } else if (isOfAddress(text.charAt(start - 1))) {
                start--;
            } else if (start - APOSTROPHE.length() >= least
                    && text.startsWith(APOSTROPHE, start - APOSTROPHE.length())) {
                start -= APOSTROPHE.length();
            } else {
                break;
            }
        }
        // the letter after a backslash belongs to it, as in \n
        return start > least && start < sign && text.charAt(start - 1) == '\\' ? start + 1 : Math.max(start, least);
    }

    private static int endOfAddress(String text, int sign) {
        int end = sign;
        while (end < text.length() && (isPercent(text, end) || isOfAddress(text.charAt(end)))) {
            end += text.charAt(end) == '%' ? 3 : 1;
        }
        return end;
    }

    /** Whether this is an encoded character of a URL that may be part of an address, and not the sign, a quote or what separates parameters. */
    private static boolean isPercent(String text, int place) {
        return place >= 0
                && place + 3 <= text.length()
                && text.charAt(place) == '%'
                && Character.digit(text.charAt(place + 1), 16) >= 0
                && Character.digit(text.charAt(place + 2), 16) >= 0
                && !text.startsWith("%40", place)
                && !text.startsWith("%2C", place)
                && !text.startsWith("%22", place)
                && !text.startsWith("%20", place)
                && !text.startsWith("%26", place)
                && !text.startsWith("%3D", place);
    }

    private static boolean isOfAddress(char character) {
        return !Character.isWhitespace(character)
                && !Character.isISOControl(character)
                && NOT_IN_ADDRESSES.indexOf(character) < 0;
    }
}
