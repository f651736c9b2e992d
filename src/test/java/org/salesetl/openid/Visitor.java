package org.salesetl.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A browser without pages: it keeps cookies, and goes where it is told. */
final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    /**
     * @param base the address of the service
     */
    Visitor(String base) {
        this.base = base;
    }

    /** Opens an address; a path is one of the service. */
    HttpResponse<String> open(String address) {
        return send(request(address).GET());
    }

    /** Sends a form to the service, as if from the page at the path {@code from}. */
    HttpResponse<String> submit(String path, Map<String, String> form, String from) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", base + from)
                .POST(BodyPublishers.ofString(encoded(form) + "&_csrf=" + cookie("XSRF-TOKEN"))));
    }

    /** Goes to the provider from a path of the service. */
    String goToProvider(String path) {
        return location(open(path));
    }

    /** Signs in on the page of the provider; the address to which the provider sends the browser. */
    String signInAt(String provider, String subject, String claims) {
        return location(send(request(provider)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(Map.of("username", subject, "claims", claims))))));
    }

    /** Signs in, and comes back to the service; the address to which the service sends the browser. */
    String signIn(String subject, String claims) {
        return signIn(OpenIdSignIn.PATH, subject, claims);
    }

    String signIn(String path, String subject, String claims) {
        String page = open("/sign-in").body();
        if (!page.contains("_csrf")) {
            throw new AssertionError(page);
        }
        return location(open(signInAt(goToProvider(path), subject, claims)));
    }

    boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(name));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? base + address : address))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
