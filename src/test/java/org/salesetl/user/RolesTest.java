package org.salesetl.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.WarehouseTest;
import org.salesetl.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** What each role may do: every route that changes something, and what only some may read. */
@Tag("http")
class RolesTest extends WarehouseTest {

    /** Method, path, body, and the status of the answer to a viewer, an operator and an admin. */
    private static final String TABLE = """
            POST   | /api/etl/runs           | {"mode":"check"}             | 403 | 202 | 202
            POST   | /api/etl/runs           | {"mode":"reload"}            | 403 | 403 | 202
            POST   | /etl                    | mode=incremental             | 403 | 303 | 303
            POST   | /etl                    | mode=reload                  | 403 | 403 | 303
            POST   | /etl                    | mode=reload&mapping=x&undo=1 | 403 | 403 | 303
            POST   | /api/etl/runs/99/cancel |                              | 403 | 409 | 409
            POST   | /etl/cancel             | run=99                       | 403 | 409 | 409
            POST   | /samples                |                              | 403 | 303 | 409
            PUT    | /api/uploads?name=a.txt | x                            | 403 | 202 | 202
            PUT    | /api/checks?name=a.txt  | x                            | 403 | 202 | 202
            POST   | /checks/load            |                              | 403 | 400 | 400
            POST   | /checks/remove          | name=a.txt                   | 403 | 303 | 404
            POST   | /questions              | file=99                      | 403 | 404 | 404
            POST   | /questions/preview      | file=99                      | 403 | 404 | 404
            POST   | /api/questions/answers  | {}                           | 403 | 400 | 400
            POST   | /quarantine/correct     | id=99999999                        | 403 | 404 | 404
            POST   | /quarantine/retry       | id=99999999                        | 403 | 404 | 404
            POST   | /quarantine/dismiss     | id=99999999                        | 403 | 404 | 404
            POST   | /api/quarantine/retry   | {"ids":[99999999]}                 | 403 | 404 | 404
            POST   | /api/quarantine/dismiss | {"ids":[99999999]}                 | 403 | 404 | 404
            POST   | /mapping                | name=                        | 403 | 400 | 400
            POST   | /mapping/preview        | name=                        | 403 | 200 | 200
            POST   | /mapping/delete         | name=x                       | 403 | 403 | 404
            PUT    | /api/mappings/x         | x                            | 403 | 400 | 400
            DELETE | /api/mappings/x         |                              | 403 | 403 | 404
            GET    | /users                  |                              | 403 | 403 | 200
            POST   | /users                  | name=!                       | 403 | 403 | 400
            POST   | /users/role             | name=nobody&role=viewer      | 403 | 403 | 404
            POST   | /users/enabled          | name=nobody&enabled=true     | 403 | 403 | 404
            POST   | /users/password         | name=nobody                  | 403 | 403 | 404
            POST   | /users/delete           | name=nobody                  | 403 | 403 | 404
            GET    | /customer/forget?customer=x |                          | 403 | 403 | 404
            POST   | /customer/forget        | customer=x                   | 403 | 403 | 404
            POST   | /api/customers/forget   | {"customer":"x"}             | 403 | 403 | 404
            GET    | /account                |                              | 200 | 200 | 200
            POST   | /account/password       |                              | 400 | 400 | 400
            GET    | /jolokia/version        |                              | 403 | 403 | 200
            GET    | /hawtio/index.html      |                              | 403 | 403 | 200
            GET    | /actuator/prometheus    |                              | 403 | 403 | 200
            GET    | /api/quarantine.csv     |                              | 200 | 200 | 200
            GET    | /data/fact_sales        |                              | 200 | 200 | 200
            POST   | /account/token          | name=x                       | 400 | 400 | 400
            POST   | /account/revoke         | token=99                     | 404 | 404 | 404
            POST   | /account/session        | session=x                    | 404 | 404 | 404
            POST   | /users/revoke           | token=99                     | 403 | 403 | 404
            POST   | /users/session          | session=x                    | 403 | 403 | 404
            GET    | /audit                  |                              | 403 | 403 | 200
            GET    | /api/audit.csv          |                              | 403 | 403 | 200
            GET    | /retention              |                              | 403 | 200 | 200
            GET    | /api/retention          |                              | 403 | 200 | 200
            POST   | /lake                   |                              | 403 | 409 | 409
            POST   | /api/lake               |                              | 403 | 409 | 409
            """;

    @Autowired
    private HttpApi api;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ModelCamelContext camel;

    @Test
    void letsEachRoleDoWhatItMay() {
        SomeUsers users = new SomeUsers(api);
        for (Role role : Role.values()) {
            accounts.add(role.label() + "1", SomeUsers.PASSWORD, role, false);
        }
        List<String> answers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        TABLE.lines().map(line -> line.split("\\|", -1)).forEach(row -> {
            int column = 3;
            for (Role role : Role.values()) {
                String asked = role.label() + " " + row[0].strip() + " " + row[1].strip() + " " + row[2].strip() + ": ";
                expected.add(asked + row[column++].strip());
                answers.add(asked
                        + users.as(role.label() + "1", row[0].strip(), row[1].strip(), row[2].strip())
                                .status());
                warehouse.awaitEnd();
            }
        });

        assertThat(answers).containsExactlyElementsOf(expected);
    }

    /** A route that is not in the table would not be tried. */
    @Test
    void triesEveryRouteThatChangesSomething() {
        assertThat(camel.getRouteDefinitions().stream()
                        .map(route -> route.getEndpointUrl())
                        .filter(url -> url.startsWith("platform-http") && !url.contains("Restrict=GET"))
                        .map(url -> url.replaceAll("platform-http:/*(/[^?]*)\\?.*Restrict=(\\w+).*", "$2 $1")))
                .hasSizeGreaterThan(30)
                .allSatisfy(operation -> assertThat(TABLE.lines()
                                .map(line -> line.split("\\|", -1))
                                .map(row ->
                                        row[0].strip() + " " + row[1].strip().replaceAll("\\?.*", "")))
                        .anyMatch(tried -> tried.matches(operation.replaceAll("\\{[^}]*}", "[^/]+"))));
    }
}
