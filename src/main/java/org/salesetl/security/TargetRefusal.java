package org.salesetl.security;

import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.request.AbstractRequestHandler;

/**
 * Refuses requests to the console's management interface that name another server as their target, single ones and those in bulk.
 * Jolokia finds this class by {@code META-INF/jolokia/services}.
 */
public final class TargetRefusal extends AbstractRequestHandler {

    private static final String TARGET = "target";

    public TargetRefusal(int order) {
        super("target-refusal", order);
    }

    @Override
    public boolean canHandle(JolokiaRequest request) {
        Object target = request.getOption(TARGET);
        return target != null;
    }

    @Override
    public <R extends JolokiaRequest> Object handleRequest(R request, Object previousResult) {
        throw new SecurityException("Expected a request to this service but found one with a target");
    }
}
