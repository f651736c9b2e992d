package org.salesetl.forgetting;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.TypedSteps;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Input;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Shows what forgetting a customer changes, and does it. */
@Component
class ForgettingRoutes extends HttpRoutes {

    static final String OFFER_FORGETTING = "offer-forgetting";
    static final String FORGET_CUSTOMER = "forget-customer";
    static final String FORGET_CUSTOMER_FROM_PAGE = "forget-customer-from-page";

    private static final String CUSTOMER = "customer";
    private static final Input ID = Input.required(CUSTOMER, Input.text(Input.LONGEST_TEXT));

    private final Forgetting forgetting;
    private final ObjectMapper json;

    ForgettingRoutes(Forgetting forgetting, ObjectMapper json) {
        this.forgetting = forgetting;
        this.json = json;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/customer/forget", OFFER_FORGETTING)
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(makeOfRequest(request -> page(forgetting.plan(customer(request.one(CUSTOMER))))))
                .end()
                .to(direct(WRITE_PAGE));

        postForm("/customer/forget", FORGET_CUSTOMER_FROM_PAGE)
                .process(exchange -> asked(exchange).caller().requireRecentSignIn())
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(makeOfRequest(request -> forgetting.forget(customer(request.one(CUSTOMER)))))
                .end()
                .setVariable(AFTER, body())
                .setBody(TypedSteps.make(String.class, ForgettingRoutes::pageOf))
                .to(direct(SEE_OTHER));

        post("/api/customers/forget", FORGET_CUSTOMER, takes().withBody(List.of(ID)).answers(Map.class))
                .process(exchange -> asked(exchange).caller().requireRecentSignIn())
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(makeOfText(text -> forgetting.forget(customer(read(text)))))
                .end()
                .setVariable(AFTER, body())
                .setBody(TypedSteps.make(String.class, this::forgotten))
                .to(direct(WRITE_JSON));
    }
    // spotless:on

    private static Page page(Forgetting.Plan plan) {
        Map<String, Object> model = new HashMap<>();
        model.put("customer", plan.customer().columns());
        model.put("files", plan.files());
        model.put("forgotten", plan.forgotten());
        return new Page("forget", model);
    }

    /** Under which pseudonym the sales go on, and the files of the archive that still have lines of the customer. */
    private Map<String, Object> forgotten(String pseudonym) {
        return Map.of(
                "customer_id", pseudonym, "files", forgetting.plan(pseudonym).files());
    }

    private static String pageOf(String customerId) {
        return "/customer/forget?customer=" + UriUtils.encode(customerId, "UTF-8");
    }

    private static String customer(@Nullable String id) {
        if (id == null || id.length() > Input.LONGEST_TEXT) {
            throw new BadRequestException(CUSTOMER, "the id of one customer", id == null ? "none" : id);
        }
        return id;
    }

    private @Nullable String read(@Nullable String body) {
        try {
            return json.readTree(body == null ? "" : body).path(CUSTOMER).textValue();
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", "{\"customer\":\"C1\"}", "no JSON");
        }
    }
}
