package org.salesetl.audit;

import java.util.Map;
import java.util.Optional;
import org.salesetl.vocabulary.Labelled;

/** What people do that the audit keeps, and what the service deletes. */
public enum Act implements Labelled {
    SIGN_IN,
    FAILED_SIGN_IN,
    SIGN_OUT,
    RUN,
    CANCEL,
    UPLOAD,
    ANSWER,
    CORRECTION,
    DISMISSAL,
    FORGETTING,
    MAPPING,
    MAPPING_DELETED,
    USER,
    PASSWORD,
    TOKEN,
    SESSION,
    LAKE,
    RETENTION;

    /** What each route that changes something does. */
    static final Map<String, Act> OF_ROUTES = Map.ofEntries(
            Map.entry("trigger-run", RUN),
            Map.entry("trigger-run-from-page", RUN),
            Map.entry("ask-for-samples", RUN),
            Map.entry("cancel-run", CANCEL),
            Map.entry("cancel-run-from-page", CANCEL),
            Map.entry("upload-file", UPLOAD),
            Map.entry("upload-to-check", UPLOAD),
            Map.entry("load-checked-files", UPLOAD),
            Map.entry("remove-checked-file", UPLOAD),
            Map.entry("take-answers", ANSWER),
            Map.entry("take-answers-of-page", ANSWER),
            Map.entry("retry-rows", CORRECTION),
            Map.entry("retry-rows-from-page", CORRECTION),
            Map.entry("dismiss-rows", DISMISSAL),
            Map.entry("dismiss-rows-from-page", DISMISSAL),
            Map.entry("forget-customer", FORGETTING),
            Map.entry("forget-customer-from-page", FORGETTING),
            Map.entry("put-mapping", MAPPING),
            Map.entry("save-mapping-on-page", MAPPING),
            Map.entry("remove-mapping", MAPPING_DELETED),
            Map.entry("delete-mapping-on-page", MAPPING_DELETED),
            Map.entry("add-user", USER),
            Map.entry("change-role", USER),
            Map.entry("enable-user", USER),
            Map.entry("delete-user", USER),
            Map.entry("reset-password", PASSWORD),
            Map.entry("change-password", PASSWORD),
            Map.entry("make-token", TOKEN),
            Map.entry("revoke-token", TOKEN),
            Map.entry("revoke-own-token", TOKEN),
            Map.entry("end-session", SESSION),
            Map.entry("end-own-session", SESSION),
            Map.entry("ask-for-lake", LAKE),
            Map.entry("ask-for-lake-from-page", LAKE));

    /** Whether routes do it in ways that an entry has to tell apart: a user is added, enabled or deleted. */
    boolean isOfManyKinds() {
        return switch (this) {
            case USER, PASSWORD, TOKEN, SESSION -> true;
            case SIGN_IN,
                    FAILED_SIGN_IN,
                    SIGN_OUT,
                    RUN,
                    CANCEL,
                    UPLOAD,
                    ANSWER,
                    CORRECTION,
                    DISMISSAL,
                    FORGETTING,
                    MAPPING,
                    MAPPING_DELETED,
                    LAKE,
                    RETENTION -> false;
        };
    }

    /** What this route does; empty if it changes nothing. */
    static Optional<Act> of(String routeId) {
        return Optional.ofNullable(OF_ROUTES.get(routeId));
    }
}
