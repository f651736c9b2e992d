package org.salesetl.security;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Tells what requests need, as {@link AccessRules} have it. */
@Component
public class Rights {

    private final Exposure exposure;

    Rights(Exposure exposure) {
        this.exposure = exposure;
    }

    /**
     * What a request needs.
     *
     * @param path a path, in which a name in braces stands for a part
     * @throws IllegalArgumentException if no rule is about such requests
     */
    public Right of(String method, String path) {
        String any = path.replaceAll("\\{[^}]*}", "x");
        Access access = AccessRules.ALL.stream()
                .filter(rule -> rule.isAbout(HttpMethod.valueOf(method), any))
                .findFirst()
                .map(AccessRule::access)
                .orElseThrow(() ->
                        new IllegalArgumentException("Expected a rule for " + method + " " + path + " but found none"));
        boolean open = access == Access.EVERYBODY || (access == Access.READERS && exposure.isReadingOpen());
        return new Right(open, access.role());
    }
}
