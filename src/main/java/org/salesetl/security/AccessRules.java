package org.salesetl.security;

import static org.salesetl.security.Access.ADMINS;
import static org.salesetl.security.Access.ADMINS_IN_PERSON;
import static org.salesetl.security.Access.EVERYBODY;
import static org.salesetl.security.Access.METRICS;
import static org.salesetl.security.Access.OPERATORS;
import static org.salesetl.security.Access.READERS;
import static org.salesetl.security.Access.USERS_IN_PERSON;
import static org.salesetl.security.AccessRule.delete;
import static org.salesetl.security.AccessRule.get;
import static org.salesetl.security.AccessRule.post;
import static org.salesetl.security.AccessRule.put;

import java.util.List;

/**
 * Who may do what: one rule for each method and path that the service answers, and no two rules for the same one. A reload and an undo
 * need the role admin too; their paths are those of all runs, so the route that starts runs asks for the role. The two paths of the sign-in
 * at a provider have no rule: if it is on, the framework answers them before any rule, and if it is off, nothing is served there.
 */
final class AccessRules {

    static final List<AccessRule> ALL = List.of(
            // the sign-in, and what its page needs
            get("/sign-in", EVERYBODY),
            post("/sign-in", EVERYBODY),
            post("/sign-out", EVERYBODY),
            get("/assets/**", EVERYBODY),
            get("/favicon.svg", EVERYBODY),

            // pages
            get("/", READERS),
            get("/analytics", READERS),
            get("/customer", READERS),
            get("/customer/forget", ADMINS_IN_PERSON),
            post("/customer/forget", ADMINS_IN_PERSON),
            post("/api/customers/forget", ADMINS_IN_PERSON),
            get("/product", READERS),
            get("/facts", READERS),
            get("/files/**", READERS),
            get("/data/**", READERS),
            get("/etl/**", READERS),
            get("/checks", READERS),
            get("/questions", READERS),
            get("/mapping", READERS),
            get("/mapping.yaml", READERS),
            get("/mappings", READERS),
            get("/quarantine/**", READERS),
            get("/charts/*", READERS),

            // the API, exports among it, and its description
            get("/openapi", READERS),
            get("/openapi.json", READERS),
            get("/api/metrics/*", READERS),
            get("/api/key-figures", READERS),
            get("/api/facts", READERS),
            get("/api/facts.csv", READERS),
            get("/api/facts.xlsx", READERS),
            get("/api/files/**", READERS),
            get("/api/data/*", READERS),
            get("/api/search/*", READERS),
            get("/api/etl/**", READERS),
            get("/api/events", READERS),
            get("/api/checks", READERS),
            get("/api/questions", READERS),
            get("/api/mappings/**", READERS),
            get("/api/quarantine", READERS),
            get("/api/quarantine.csv", READERS),

            // runs and files
            post("/etl", OPERATORS),
            post("/etl/cancel", OPERATORS),
            post("/api/etl/runs", OPERATORS),
            post("/api/etl/runs/*/cancel", OPERATORS),
            post("/samples", OPERATORS),
            post("/lake", OPERATORS),
            post("/api/lake", OPERATORS),
            put("/api/uploads", OPERATORS),
            put("/api/checks", OPERATORS),
            post("/checks/load", OPERATORS),
            post("/checks/remove", OPERATORS),

            // answers, corrections and mappings
            post("/questions", OPERATORS),
            post("/questions/preview", OPERATORS),
            post("/api/questions/answers", OPERATORS),
            post("/quarantine/correct", OPERATORS),
            post("/quarantine/retry", OPERATORS),
            post("/quarantine/dismiss", OPERATORS),
            post("/api/quarantine/retry", OPERATORS),
            post("/api/quarantine/dismiss", OPERATORS),
            post("/mapping", OPERATORS),
            post("/mapping/preview", OPERATORS),
            put("/api/mappings/*", OPERATORS),
            post("/mapping/delete", ADMINS),
            delete("/api/mappings/*", ADMINS),

            // what is deleted when it is old
            get("/retention", OPERATORS),
            get("/api/retention", OPERATORS),

            // people
            get("/users", ADMINS_IN_PERSON),
            post("/users", ADMINS_IN_PERSON),
            post("/users/*", ADMINS_IN_PERSON),
            get("/audit", ADMINS),
            get("/api/audit.csv", ADMINS),
            get("/account", USERS_IN_PERSON),
            post("/account/*", USERS_IN_PERSON),

            // what an operator of the machine sees
            get("/actuator/health/**", EVERYBODY),
            get("/actuator/info", READERS),
            get("/actuator/prometheus/**", METRICS),
            get("/hawtio/**", ADMINS),
            post("/hawtio/**", ADMINS),
            get("/jolokia/**", ADMINS),
            post("/jolokia/**", ADMINS));

    private AccessRules() {}
}
