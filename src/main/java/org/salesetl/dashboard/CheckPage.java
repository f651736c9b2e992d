package org.salesetl.dashboard;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.check.CheckReport;
import org.salesetl.check.Checks;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Untaken;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the page for uploads: what the files are, what they would change, and what they do not tell. */
@Component
class CheckPage {

    private static final int UNTAKEN = 10;

    private final CheckFolder folder;
    private final Checks checks;

    CheckPage(CheckFolder folder, Checks checks) {
        this.folder = folder;
        this.checks = checks;
    }

    CheckPageDraft draft(WebRequest request) throws IOException {
        return new CheckPageDraft(request, checks.reports(request.caller()));
    }

    Page page(CheckPageDraft draft) throws IOException {
        List<Untaken> untaken = folder.untaken();
        Map<String, Object> model = new HashMap<>(QuestionPage.form(Map.of()));
        model.put("reports", draft.reports());
        model.put("ready", draft.reports().stream().filter(CheckReport::isReady).toList());
        model.put("asked", draft.asked());
        model.put("loading", draft.followsALoad());
        model.put("loaded", draft.loaded());
        model.put("charts", draft.charts());
        model.put("folder", folder.path().toString());
        model.put("untaken", untaken.stream().limit(UNTAKEN).toList());
        model.put("untakenTotal", untaken.size());
        return new Page("checks", model);
    }
}
