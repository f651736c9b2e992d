package org.salesetl.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Answers requests for paths without a route. Browsers get the error page, and programs get a problem in JSON. */
@Controller
class ApiErrorController extends BasicErrorController {

    /** Gives the template of the error page the variables that {@link PageRenderer} gives to all other templates. */
    ApiErrorController(
            ErrorAttributes errorAttributes,
            ServerProperties serverProperties,
            ThymeleafViewResolver views,
            DisplayFormats formats,
            Assets assets,
            PageRenderer pages) {
        super(errorAttributes, serverProperties.getError());
        views.addStaticVariable("formats", formats);
        views.addStaticVariable("assets", assets.path());
        views.addStaticVariable("scriptWords", pages.scriptWords());
    }

    /** If a client asks for the path of the error page itself, there was no error, so the path is not found. */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                ? HttpStatus.NOT_FOUND
                : super.getStatus(request);
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked == null ? request.getRequestURI() : asked.toString();
        String detail = switch (status) {
            case NOT_FOUND -> "There is nothing at " + path;
            case METHOD_NOT_ALLOWED -> request.getMethod() + " is not served at " + path;
            default -> status.getReasonPhrase();
        };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "detail",
                        detail,
                        "instance",
                        path));
    }
}
