package org.salesetl.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.salesetl.HttpApi;
import org.salesetl.HttpApi.Answer;

/** Sends requests of users. */
final class SomeUsers {

    /** The password of all of them. */
    static final String PASSWORD = "lantern gravel violin oak";

    static final String FORM = "application/x-www-form-urlencoded";

    private final HttpApi api;

    SomeUsers(HttpApi api) {
        this.api = api;
    }

    /** Sends a request of a user with the usual password. */
    Answer as(String user, String method, String path, String body) {
        return as(user, PASSWORD, method, path, body);
    }

    Answer as(String user, String password, String method, String path, String body) {
        return send(basic(user, password), method, path, body);
    }

    /** Sends a request with this sign-in. Pages get forms. */
    Answer send(String authorization, String method, String path, String body) {
        return api.exchange(
                method,
                path,
                body,
                "Authorization",
                authorization,
                "Content-Type",
                path.startsWith("/api") ? "application/json" : FORM);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
